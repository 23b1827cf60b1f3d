import { type Assignment, assignmentSchema } from '../../domain/assessment/records/assignment.ts';
import { decimalSchema } from '../../domain/assessment/records/decimal.ts';
import type { Indicator } from '../../domain/assessment/records/indicator.ts';
import { ruleDraftId, withChange } from '../../domain/assessment/records/rule-draft.ts';
import { assignmentProblems } from '../../domain/assessment/rules/assignment-problems.ts';
import { readMilestones } from '../../domain/assessment/rules/milestone-words.ts';
import { readRule } from '../../domain/import/lines/read-rule.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { rational, toDecimal } from '../../shared/rational.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { seenMark } from '../seen-mark.ts';
import { type TargetsOf, targetsOf } from './targets-of.ts';

/** What was typed about one assignment. */
interface TypedTarget {
  /** Code of a new assignment's indicator; of a known one it is not asked. */
  readonly indicator?: string | undefined;
  readonly weight: string;
  readonly target: string;
  readonly milestones: string;
  readonly rule: string;
  readonly remove: boolean;
}

interface Drafting extends TargetsOf {
  /** null: a new one. */
  readonly id: string | null;
  /** Mark of the assignment that the form showed. */
  readonly seen: string;
  readonly typed: TypedTarget;
  readonly by: Actor;
  readonly now: Instant;
}

function decimalOf(typed: string, name: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s,]/g, '');
  if (!decimalSchema.safeParse(bare).success)
    throw errors.badInput(`${name}“${typed.slice(0, 20)}”不是数字，请只填数字，如 12.35。草稿没有改动。`);
  return toDecimal(rational(bare), 20);
}

function fieldsOf(typed: TypedTarget, indicator: Indicator, year: number) {
  const milestones = readMilestones(typed.milestones, year);
  if (!milestones)
    throw errors.badInput(
      '时点目标没有看懂，请按“一季度=25；二季度=50；三季度=75”填写，同一时点只写一次。草稿没有改动。',
    );
  const rule = readRule(typed.rule, indicator.direction);
  if (!rule)
    throw errors.badInput(
      `赋分规则“${typed.rule.slice(0, 60)}”没有看懂，请照表单下方的写法填写（${indicator.direction === 'higher' ? '本指标越高越好，分档用≥' : '本指标越低越好，分档用≤'}）。草稿没有改动。`,
    );
  return {
    weight: decimalOf(typed.weight, '权重'),
    annual_target: decimalOf(typed.target, '全年目标'),
    milestones,
    rule,
  };
}

async function nextId(tx: WriteTx): Promise<string> {
  const drafts = await tx.all('rule_drafts');
  const drafted = drafts.flatMap(({ changes }) => changes.flatMap(({ after }) => (after ? [after.id] : [])));
  const ids = [...(await tx.all('assignments')).map(({ id }) => id), ...drafted];
  const numbers = ids.map((id) => Number(/^A(\d+)$/.exec(id)?.[1] ?? 0));
  return `A${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`;
}

/** Who answers for and reports what is new: the indicator's leader, and whoever reports most of the unit's others. */
function peopleFor(indicator: Indicator, others: readonly Assignment[], by: Actor) {
  return { leader: indicator.leader, reporter: others[0]?.reporter ?? by.id };
}

async function edited(tx: WriteTx, { unit, year, id, seen, typed, by }: Drafting) {
  const { today, planned } = await targetsOf(tx, { unit, year });
  const current = planned.find((each) => each.id === id);
  if (id !== null && !current) throw errors.notFound('这项任务', '它可能已被删去，请重新打开单位的目标。');
  if (seenMark(current) !== seen)
    throw errors.conflict('这项任务在您打开之后被改过，草稿没有改动。请点“返回”，重新打开再改。');
  const code = current?.indicator ?? typed.indicator ?? '';
  const indicator = await tx.get('indicators', code);
  if (!indicator) throw errors.badInput('请从指标库里选一个指标，填编号或全名。草稿没有改动。');
  if (!current && planned.some((each) => each.indicator === code))
    throw errors.badInput(`“${indicator.name}”已经下达给这个单位，请直接修改它。草稿没有改动。`);
  const before = today.find((each) => each.id === id) ?? null;
  if (typed.remove) return { before, after: null, id };
  const base = current ?? {
    ...{ id: await nextId(tx), year, indicator: code, unit },
    ...peopleFor(indicator, planned, by),
  };
  const after = assignmentSchema.parse({ ...base, ...fieldsOf(typed, indicator, year) });
  const [problem] = assignmentProblems(after);
  if (problem !== undefined) throw errors.badInput(`${problem}草稿没有改动。`);
  return { before, after, id: after.id };
}

/** Puts one edited, new or removed assignment into the unit's draft. Throws `bad_input` with what to type instead; then the draft is as it was. */
export async function draftTarget(tx: WriteTx, drafting: Drafting): Promise<void> {
  const { unit, year, by, now } = drafting;
  const { before, after, id } = await edited(tx, drafting);
  const { draft } = await targetsOf(tx, { unit, year });
  const known = draft?.changes.filter((each) => each.before !== null || each.after?.id !== id) ?? [];
  const changes =
    before === null && after === null ? known : withChange(draft?.changes ?? [], { before, after });
  const docId = ruleDraftId(unit, year);
  if (changes.length === 0) return tx.delete('rule_drafts', docId);
  await tx.put('rule_drafts', { id: docId, year, unit, by: by.id, at: now, changes: [...changes] });
}

/** Whether a unit's draft is not the one that was seen: changed, submitted or dropped by somebody meanwhile. */
export async function isOtherDraft(
  tx: ReadTx,
  { seen, ...of }: TargetsOf & { seen: string },
): Promise<boolean> {
  const { draft } = await targetsOf(tx, of);
  return seenMark(draft?.changes) !== seen;
}

/** Throws a unit's draft away; nothing of it was in force. */
export async function dropTargets(tx: WriteTx, { unit, year }: TargetsOf): Promise<void> {
  await tx.delete('rule_drafts', ruleDraftId(unit, year));
}
