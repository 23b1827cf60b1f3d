import { mayCorrect } from '../../authorize/may-decide.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { jumpOf } from '../../domain/assessment/values/jump-of.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { compare, rational } from '../../shared/rational.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { lockRefusal } from './lock-refusal.ts';
import { readValue } from './read-value.ts';
import { revisionsOf } from './see-value.ts';

interface Correcting {
  /** The report in force that was shown. */
  readonly report: string;
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
}

/** The value in force that this person may correct now. Throws when it is not theirs, no longer in force, or its month is locked. */
export async function correctable(tx: ReadTx, { report: id, actor, book, now }: Correcting): Promise<Report> {
  const report = await tx.get('reports', id);
  if (!report || !mayCorrect(actor, report.unit))
    throw errors.notAllowed('您不能更正这个完成值', '由本单位主要负责人更正');
  if (book.valueFor(report.indicator, report.unit, report.period)?.id !== id)
    throw errors.conflict('这个数已被退回或有更新的数，没有更正。请重新打开看最新的。');
  const locked = await lockRefusal(tx, report, now);
  if (locked) throw errors.badInput(locked);
  return report;
}

/** A typed value checked against the one in force, with why it should be looked at twice. Throws `bad_input` when it cannot be taken. */
export function checkCorrection(
  book: Book,
  before: Report,
  typed: string,
): { value: string; jump: string | undefined } {
  const value = readValue(book, before.indicator, typed);
  const problem = valueProblem(book.indicator(before.indicator), value);
  if (problem) throw errors.badInput(problem);
  if (compare(rational(value), rational(before.value)) === 0)
    throw errors.badInput('与现在的数相同，没有更正。');
  return { value, jump: jumpOf(book, { ...before, value }) };
}

/** Puts another value in the place of the one in force as a new revision, confirmed by the unit's head who makes it; the old one stays. */
export async function correctValue(
  tx: WriteTx,
  {
    before,
    value,
    why,
    actor,
    now,
  }: { before: Report; value: string; why: string; actor: Actor; now: Instant },
): Promise<Report> {
  const [newest] = await revisionsOf(tx, before);
  const { indicator, unit, period } = before;
  const after: Report = {
    id: newId('report'),
    ...{ indicator, unit, period, value },
    rev: (newest?.rev ?? 0) + 1,
    state: 'confirmed',
    correction: why,
    reporter: actor.id,
    reported_at: now,
    decided_by: actor.id,
    decided_at: now,
  };
  tx.because(`更正：${why}`);
  await tx.put('reports', after);
  return after;
}
