import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

const figures = {
  nation: decimalSchema.nullable(),
  province: decimalSchema.nullable(),
  city: decimalSchema.nullable(),
  district: decimalSchema.nullable(),
  city_place: z.number().int().nullable(),
  city_total: z.number().int(),
  province_place: z.number().int().nullable(),
};

/** Who set it and when; absent on what was there from the start. */
const setting = { set_by: z.string().optional(), set_at: z.string().optional() };

export const benchmarkSchema = z.object({
  indicator: z.string(),
  period: z.string(),
  ...figures,
  ...setting,
  /** What it said before it was revised, the oldest first. */
  earlier: z.array(z.object({ ...figures, ...setting })).optional(),
});

/** What nation, province and city reached in the same indicator and period (对标). */
export type Benchmark = z.infer<typeof benchmarkSchema>;

/** A benchmark's figures without who set them. */
export type BenchmarkFigures = { readonly [K in keyof typeof figures]: Benchmark[K] };

/** What a benchmark says, without who set it. */
export function figuresIn(benchmark: BenchmarkFigures): BenchmarkFigures {
  const { nation, province, city, district, city_place, city_total, province_place } = benchmark;
  return { nation, province, city, district, city_place, city_total, province_place };
}

/** A benchmark that somebody sets, with what it said before beside it. */
export function setFigures(
  of: Pick<Benchmark, 'indicator' | 'period'>,
  set: { readonly figures: BenchmarkFigures; readonly by: string; readonly at: string },
  before: Benchmark | undefined,
): Benchmark {
  const { figures: now, by, at } = set;
  const benchmark = { indicator: of.indicator, period: of.period, ...now, set_by: by, set_at: at };
  if (!before) return benchmark;
  const { set_by, set_at, earlier = [] } = before;
  const signed = set_by === undefined ? {} : { set_by, set_at };
  return { ...benchmark, earlier: [...earlier, { ...figuresIn(before), ...signed }] };
}
