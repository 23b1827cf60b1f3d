import type { z } from 'zod';
import { adjustmentSchema } from '../domain/assessment/records/adjustment.ts';
import { adjustmentItemSchema } from '../domain/assessment/records/adjustment-item.ts';
import { adjustmentProposalSchema } from '../domain/assessment/records/adjustment-proposal.ts';
import { assignmentSchema } from '../domain/assessment/records/assignment.ts';
import { benchmarkSchema } from '../domain/assessment/records/benchmark.ts';
import { gradeProposalSchema } from '../domain/assessment/records/grade-proposal.ts';
import { indicatorSchema } from '../domain/assessment/records/indicator.ts';
import { periodLockSchema } from '../domain/assessment/records/period-lock.ts';
import { publishedTableSchema } from '../domain/assessment/records/published-table.ts';
import { reportSchema } from '../domain/assessment/records/report.ts';
import { ruleDraftSchema } from '../domain/assessment/records/rule-draft.ts';
import { ruleVersionSchema } from '../domain/assessment/records/rule-version.ts';
import { taskForceSchema } from '../domain/assessment/records/task-force.ts';
import { trackSchema } from '../domain/assessment/records/track.ts';
import { unitSchema } from '../domain/assessment/records/unit.ts';
import { enterpriseSchema } from '../domain/enterprise/enterprise.ts';
import { problemSchema } from '../domain/enterprise/problem.ts';
import { importSchema } from '../domain/import/plan/import-record.ts';
import { bindingSchema } from '../domain/people/binding.ts';
import { cadreSchema } from '../domain/people/cadre.ts';
import { chatSchema } from '../domain/people/chat.ts';
import {
  clickSchema,
  draftSchema,
  inboxSchema,
  lookSchema,
  outboxSchema,
  settingSchema,
} from './system-records.ts';

type Key<D> = (doc: D) => string | null;

interface Collection<S extends z.ZodType, I extends Record<string, Key<z.output<S>>>> {
  readonly schema: S;
  readonly id: (doc: z.output<S>) => string;
  /** Index name → key of a document; null: not in the index. */
  readonly indexes: I;
}

function collection<S extends z.ZodType, I extends Record<string, Key<z.output<S>>>>(
  schema: S,
  id: (doc: z.output<S>) => string,
  indexes: I,
): Collection<S, I> {
  return { schema, id, indexes };
}

/** Every collection: name → schema, id and indexes. The one list of what the store holds. */
export const collections = {
  units: collection(unitSchema, (doc) => doc.id, {}),
  tracks: collection(trackSchema, (doc) => doc.id, {}),
  task_forces: collection(taskForceSchema, (doc) => doc.id, {}),
  cadres: collection(cadreSchema, (doc) => doc.id, { unit: (doc) => doc.unit }),
  indicators: collection(indicatorSchema, (doc) => doc.code, {}),
  assignments: collection(assignmentSchema, (doc) => doc.id, {
    unit: (doc) => doc.unit,
    indicator: (doc) => doc.indicator,
  }),
  reports: collection(reportSchema, (doc) => doc.id, {
    place: (doc) => `${doc.indicator}|${doc.unit}|${doc.period}`,
    // Only what waits to be confirmed is looked up by its state.
    waiting: (doc) => (doc.state === 'submitted' ? doc.state : null),
  }),
  benchmarks: collection(benchmarkSchema, (doc) => `${doc.indicator}|${doc.period}`, {}),
  period_locks: collection(periodLockSchema, (doc) => doc.id, {}),
  adjustments: collection(adjustmentSchema, (doc) => doc.id, {}),
  adjustment_proposals: collection(adjustmentProposalSchema, (doc) => doc.id, {
    state: (doc) => doc.state,
    became: (doc) => doc.became ?? null,
  }),
  adjustment_items: collection(adjustmentItemSchema, (doc) => doc.id, {}),
  enterprises: collection(enterpriseSchema, (doc) => doc.id, {}),
  problems: collection(problemSchema, (doc) => doc.id, {
    code: (doc) => doc.tracking_code,
    enterprise: (doc) => doc.enterprise,
    state: (doc) => doc.state,
    unit: (doc) => doc.unit,
  }),
  bindings: collection(bindingSchema, (doc) => doc.id, {
    cadre: (doc) => doc.cadre ?? null,
    enterprise: (doc) => doc.enterprise ?? null,
  }),
  chats: collection(chatSchema, (doc) => doc.id, { kind: (doc) => doc.kind }),
  drafts: collection(draftSchema, (doc) => doc.id, { person: (doc) => doc.person }),
  imports: collection(importSchema, (doc) => doc.id, {}),
  inbox: collection(inboxSchema, (doc) => doc.id, { state: (doc) => doc.state }),
  outbox: collection(outboxSchema, (doc) => doc.id, {
    state: (doc) => doc.state,
    message: (doc) => doc.message,
    subject: (doc) => doc.subject,
  }),
  looks: collection(lookSchema, (doc) => doc.id, {}),
  clicks: collection(clickSchema, (doc) => doc.id, {}),
  settings: collection(settingSchema, (doc) => doc.id, {}),
  rule_versions: collection(ruleVersionSchema, (doc) => doc.id, {}),
  published_tables: collection(publishedTableSchema, (doc) => doc.id, {
    place: (doc) => `${doc.period}|${doc.of}`,
    period: (doc) => doc.period,
  }),
  grade_proposals: collection(gradeProposalSchema, (doc) => doc.id, { year: (doc) => `${doc.year}` }),
  rule_drafts: collection(ruleDraftSchema, (doc) => doc.id, {}),
};

/** The name of a collection. */
export type CollectionName = keyof typeof collections;
/** A document of a collection. */
export type Doc<N extends CollectionName> = z.output<(typeof collections)[N]['schema']>;
/** The name of a declared index of a collection. */
export type IndexName<N extends CollectionName> = keyof (typeof collections)[N]['indexes'] & string;
