import type { Indicator } from '../../domain/assessment/records/indicator.ts';
import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { findAssignment } from '../../domain/assessment/scoring/find-assignment.ts';
import { isLate } from '../../domain/assessment/values/is-late.ts';
import { jumpWarning } from '../../domain/assessment/values/jump-warning.ts';
import { previousValue } from '../../domain/assessment/values/previous-value.ts';
import { endOf, isUnfinished, periodName, yearOf } from '../../domain/calendar/period.ts';
import type { AskReason } from '../../domain/language/understand.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { compare, divide, multiply, rational, subtract, toDecimal, toFixed } from '../../shared/rational.ts';
import { type Instant, shortDay } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { askChoices } from './ask-choices.ts';
import { replacedMark } from './replaced-mark.ts';

type Draft = Doc<'drafts'>;
type Item = Draft['items'][number];

function changeWords(indicator: Indicator, now: string, before: string): string {
  const difference = subtract(rational(now), rational(before));
  const signed = `${difference.num > 0n ? '+' : ''}${toDecimal(difference, 4)}`;
  if (indicator.measure === '%') return `${signed} 个百分点`;
  if (rational(before).num === 0n) return `${signed} ${indicator.measure}`;
  const percent = toFixed(multiply(divide(difference, rational(before)), rational(100)), 1);
  return `${signed} ${indicator.measure}（${difference.num > 0n ? '+' : ''}${percent}%）`;
}

function progressWords(book: Book, indicator: Indicator, item: Item): string | undefined {
  const assignment = findAssignment(book, { ...item, year: yearOf(item.period) });
  if (!assignment) return undefined;
  const target = rational(assignment.annual_target);
  const goal = `全年目标 ${withMeasure(toDecimal(target, 4), indicator)}`;
  if (indicator.kind !== 'cumulative' || compare(target, rational(0)) <= 0) return goal;
  const percent = toFixed(multiply(divide(rational(item.value), target), rational(100)), 1);
  return `${goal}，已完成 ${percent}%`;
}

function itemView(book: Book, item: Item, now: Instant) {
  const indicator = book.indicator(item.indicator);
  const previous = previousValue(book, item);
  const current = book.valueFor(item.indicator, item.unit, item.period);
  return {
    indicator: indicator.name,
    said: indicator.name,
    unitName: book.unit(item.unit).short_name,
    period: item.period,
    value: item.value,
    measure: indicator.measure,
    previous: previous && `${periodName(previous.period)} ${withMeasure(previous.value, indicator)}`,
    change: previous && changeWords(indicator, item.value, previous.value),
    progress: progressWords(book, indicator, item),
    warning: jumpWarning(indicator, item, previous)?.say,
    replaces: current && withMeasure(current.value, indicator),
    unfinished: isUnfinished(item.period, now) ? shortDay(endOf(item.period)) : undefined,
    note: item.note,
  };
}

function openItemView(book: Book, ask: Draft['asks'][number]) {
  const indicator = ask.indicator === null ? undefined : book.indicator(ask.indicator);
  return {
    indicator: indicator?.name,
    said: ask.text,
    unitName: ask.unit === null ? undefined : book.unit(ask.unit).short_name,
    period: ask.period ?? undefined,
    value: ask.reason === 'measure_missing' ? undefined : (ask.value ?? undefined),
    measure: indicator?.measure,
  };
}

function askView(book: Book, draft: Draft, { index, now }: { index: number; now: Instant }) {
  const ask = draft.asks[index];
  if (!ask) return [];
  const indicator = ask.indicator === null ? undefined : book.indicator(ask.indicator);
  return [
    {
      ask: index,
      item: draft.items.length + index + 1,
      reason: ask.reason as AskReason,
      said: ask.text,
      measure: indicator?.measure,
      range: indicator && `${indicator.min}～${withMeasure(indicator.max, indicator)}`,
      problem: indicator && ask.value !== null ? valueProblem(indicator, ask.value) : undefined,
      choices: askChoices(book, ask, now),
    },
  ];
}

/** Whose task each item is, where it is not the reporter's own: cadre id → name. */
async function othersNames(
  tx: ReadTx,
  book: Book,
  { draft, actor }: { draft: Draft; actor: Actor },
): Promise<ReadonlyMap<Item, string>> {
  const names = new Map<Item, string>();
  for (const item of draft.items) {
    const reporter = findAssignment(book, { ...item, year: yearOf(item.period) })?.reporter;
    if (reporter === undefined || reporter === actor.cadre?.id) continue;
    const cadre = await tx.get('cadres', reporter);
    if (cadre) names.set(item, cadre.name);
  }
  return names;
}

/** A draft as its person is shown it: every item with its previous value, what is still to be asked, what they may not report. */
export async function seeDraft(
  tx: ReadTx,
  book: Book,
  { draft, actor, now }: { draft: Draft; actor: Actor; now: Instant },
) {
  const unit = actor.cadre?.unit;
  const others = await othersNames(tx, book, { draft, actor });
  return {
    draft: draft.id,
    seen: replacedMark(book, draft.items),
    reporterName: unit ? `${actor.name}（${book.unit(unit).short_name}）` : actor.name,
    items: [
      ...draft.items.map((item) => ({ ...itemView(book, item, now), behalf: others.get(item) })),
      ...draft.asks.map((ask) => openItemView(book, ask)),
    ],
    asks: draft.asks.flatMap((_, index) => askView(book, draft, { index, now })),
    refused: draft.refused,
    late: draft.items.filter(({ period }) => isLate(book, period, now)).length,
  };
}
