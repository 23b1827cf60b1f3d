import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

export const benchmarkSchema = z.object({
  indicator: z.string(),
  period: z.string(),
  nation: decimalSchema.nullable(),
  province: decimalSchema.nullable(),
  city: decimalSchema.nullable(),
  district: decimalSchema.nullable(),
  city_place: z.number().int().nullable(),
  city_total: z.number().int(),
  province_place: z.number().int().nullable(),
});

/** What nation, province and city reached in the same indicator and period (对标). */
export type Benchmark = z.infer<typeof benchmarkSchema>;
