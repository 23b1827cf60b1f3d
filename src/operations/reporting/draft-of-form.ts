import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { frequencyOf, isPeriod, startOf } from '../../domain/calendar/period.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { owedPeriod, resolvePeriod } from '../periods/resolve-period.ts';
import { readNote } from '../read-note.ts';
import { readValue } from '../values/read-value.ts';
import { openDraft } from './open-draft.ts';
import { chosenIndicator, chosenPeriod } from './owed-choice.ts';

interface Filling {
  readonly filled: {
    readonly indicator: string;
    readonly unit?: string | undefined;
    readonly period: string;
    readonly value: string;
    readonly note?: unknown;
  };
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
}

/** Opens a draft from the report form. Throws `bad_input` for a wrong period or value; nothing is kept then. */
export async function draftOfForm(
  tx: WriteTx,
  { filled, actor, book, now }: Filling,
): Promise<Doc<'drafts'>> {
  const code = chosenIndicator(filled.indicator);
  const known = book.input.indicators.find((each) => each.code === code);
  if (!known) throw errors.badInput('没有这个指标，请重选。');
  const unit = filled.unit || undefined;
  const owed = chosenPeriod({ choice: filled.indicator, unit, actor, book, now });
  const named = filled.period === owedPeriod.value && owed !== undefined ? owed : filled.period;
  const period = resolvePeriod(book, { indicator: code, period: named }, now);
  if (!isPeriod(period) || frequencyOf(period) !== known.frequency) {
    throw errors.badInput(`“${known.name}”不按这个时期报送，请选“待报的一期”。`);
  }
  if (startOf(period) > dayOf(now)) throw errors.badInput('这个时期还没有开始，请重选。');
  const value = readValue(book, known.code, filled.value);
  const problem = valueProblem(known, value);
  if (problem) throw errors.badInput(problem);
  const item = { indicator: known.code, unit: unit ?? null, period, value };
  return openDraft(tx, {
    actor,
    book,
    said: { kind: 'progress', items: [item] },
    note: readNote(filled.note),
    now,
  });
}
