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
