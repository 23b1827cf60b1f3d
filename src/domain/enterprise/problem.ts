import { z } from 'zod';
import { sealedSchema } from './sealed.ts';

/** What a problem is about, in the order of the form (domain §7). */
export const problemCategories = [
  '融资',
  '用工',
  '用地',
  '审批',
  '市场',
  '政策兑现',
  '基础设施',
  '其他',
] as const;
/** One of the categories. */
export const problemCategorySchema = z.enum(problemCategories);
/** How much it presses: the last two may be pushed in quiet hours. */
export const urgencySchema = z.enum(['normal', 'urgent', 'critical']);
/** Where a problem is on its way (domain §7). */
const problemStateSchema = z.enum([
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'answered',
  'closed',
  'returned',
  'reopened',
  'escalated',
]);
/** How a closed problem ended; all but `solved` need a public reason. */
export const problemEndSchema = z.enum(['solved', 'no_longer_needed', 'not_ours', 'not_possible']);
/** The answer to “satisfied?”. */
export const ratingSchema = z.enum(['satisfied', 'basically_satisfied', 'not_satisfied']);

/** What other fields forget once it happens again, see `pastSteps`. Refusals, answers, pauses and supplements are kept beside. */
const pastStepSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('assign'), at: z.string(), unit: z.string(), handler: z.string().nullable() }),
  z.object({ what: z.literal('return'), at: z.string() }),
  z.object({ what: z.literal('close'), at: z.string(), end: problemEndSchema.nullable() }),
  z.object({ what: z.literal('reopen'), at: z.string() }),
]);

export const problemSchema = z.object({
  id: z.string().regex(/^P\d{4,6}$/),
  tracking_code: z.string().regex(/^[2-9A-HJ-NP-Z]{8,12}$/),
  enterprise: z.string(),
  enterprise_name: z.string(),
  contact: sealedSchema,
  /** open_id of the person who submitted it in chat: who is told of each step and may rate. */
  submitter: z.string().nullable(),
  category: problemCategorySchema,
  urgency: urgencySchema,
  source: z.enum(['chat_form', 'web_form', 'tea', 'visit', 'desk']),
  source_name: z.string(),
  text: z.string().min(1).max(2000),
  pictures: z.number().int(),
  state: problemStateSchema,
  submitted_at: z.string(),
  accepted_at: z.string().nullable(),
  assigned_at: z.string().nullable(),
  first_answer_at: z.string().nullable(),
  answered_at: z.string().nullable(),
  closed_at: z.string().nullable(),
  unit: z.string().nullable(),
  handler: z.string().nullable(),
  desk: z.string().nullable(),
  /** The latest; those before it stand in `earlier_answers`, the oldest first. */
  answer: z.string().nullable(),
  earlier_answers: z.array(z.object({ at: z.string(), text: z.string() })).optional(),
  end: problemEndSchema.nullable(),
  public_reason: z.string().nullable(),
  solved: z.boolean().nullable(),
  rating: ratingSchema.nullable(),
  rating_text: z.string().nullable(),
  reopened_times: z.number().int(),
  /** Absent in a problem on which nothing was done since steps are kept. */
  steps: z.array(pastStepSchema).optional(),
  refusals: z.array(
    z.object({ unit: z.string(), assigned_at: z.string(), refused_at: z.string(), reason: z.string() }),
  ),
  /** While the entrepreneur owes what `reason` names. `unanswered`: it ended without their word. */
  pauses: z.array(
    z.object({
      from: z.string(),
      to: z.string().nullable(),
      reason: z.string(),
      unanswered: z.literal(true).optional(),
    }),
  ),
  /** What the entrepreneur added after submitting, the oldest first; `asked` where the district waited for it. */
  supplements: z.array(z.object({ at: z.string(), text: z.string(), asked: z.boolean() })).optional(),
  verified_at: z.string().nullable(),
  escalated_to: z.string().nullable(),
  returned_reason: z.string().nullable(),
});

/** An enterprise problem (企业诉求) from form to rating. */
export type Problem = z.infer<typeof problemSchema>;
/** A dispatch, a return, a closing or a reopening. */
export type PastStep = z.infer<typeof pastStepSchema>;
/** A state of a problem. */
export type ProblemState = z.infer<typeof problemStateSchema>;
/** An end of a problem. */
export type ProblemEnd = z.infer<typeof problemEndSchema>;
/** A rating. */
export type Rating = z.infer<typeof ratingSchema>;
