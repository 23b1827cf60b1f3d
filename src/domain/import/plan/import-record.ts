import { z } from 'zod';
import { importedCollections } from './import-plan.ts';

const changeWordsSchema = z.object({
  about: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  fields: z
    .array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
    .readonly(),
});

const count = z.number().int().min(0);

/** How an import is kept. */
export const importSchema = z.object({
  id: z.string(),
  /** open_id of who sent the workbook: nobody else confirms it. */
  person: z.string(),
  /** Who signs what comes in: a cadre, else the account. */
  by: z.string(),
  at: z.string(),
  state: z.enum(['open', 'done', 'dropped']),
  file: z.object({ hash: z.string(), name: z.string() }),
  /** The kinds of workbook in it, in words. */
  kinds: z.array(z.string()),
  /** SHA-256 of all that it would change and of all that is wrong: what the person has seen before they confirm. */
  digest: z.string(),
  counts: z.array(
    z.object({
      collection: z.enum(importedCollections),
      ...{ added: count, changed: count, removed: count, unchanged: count },
    }),
  ),
  /** Sheets whose headers are those of no kind. */
  unknown: z.array(z.string()),
  errors: count,
  warnings: count,
  /** The worst first, as many as a card is leafed through for; all are in the annotated copy. */
  problems: z.array(
    z.object({
      sheet: z.string(),
      cell: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      remedy: z.string(),
    }),
  ),
  held: z.array(z.object({ name: z.string(), year: z.number().int(), sum: z.string(), rows: count })),
  /** Values of others that their sender may not report: left out. */
  foreign: count,
  /** Values of months that are locked: left out. */
  locked: count,
  /** Values that come after their due day when it was previewed. */
  late: count.optional(),
  /** What it changes in the rules, year by year: the first changes in words, from when they hold where nothing else is chosen, and the months to choose from. */
  rules: z
    .array(
      z.object({
        year: z.number().int(),
        total: count,
        first: z.array(changeWordsSchema),
        from: z.string(),
        starts: z.array(z.string()),
      }),
    )
    .optional(),
  /** How often it was shown anew since what was shown first was out of date; absent: never. */
  renewals: count.optional(),
  decided_at: z.string().optional(),
});

/** A workbook that somebody wants to import (导入), from its preview to what came of it; the plan itself is made again when it is confirmed. */
export type ImportRecord = z.infer<typeof importSchema>;
