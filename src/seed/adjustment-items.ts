import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type AdjustmentItem, adjustmentItemSchema } from '../domain/assessment/records/adjustment-item.ts';

/** What points are usually given, taken or a veto decided for, with bounds: where the office's own catalogue begins. */
export function adjustmentItems(): AdjustmentItem[] {
  const file = new URL('../../data/seed/adjustment-items.json', import.meta.url);
  return z.array(adjustmentItemSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}
