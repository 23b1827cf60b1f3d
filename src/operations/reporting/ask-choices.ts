import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedBy, periodName, shiftPeriod, yearOf } from '../../domain/calendar/period.ts';
import { fraction, multiply, rational, toDecimal } from '../../shared/rational.ts';
import { addDays, dayOf, type Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import { assignedYears } from '../periods/assigned-years.ts';

type Ask = Doc<'drafts'>['asks'][number];

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A bare number may be in these measures: how many of the indicator's own measure one of them is. */
const readings: Readonly<Record<string, readonly { measure: string; own: [bigint, bigint] }[]>> = {
  亿元: [
    { measure: '亿元', own: [1n, 1n] },
    { measure: '万元', own: [1n, 10_000n] },
  ],
  万元: [
    { measure: '万元', own: [1n, 1n] },
    { measure: '亿元', own: [10_000n, 1n] },
  ],
  万美元: [
    { measure: '万美元', own: [1n, 1n] },
    { measure: '亿美元', own: [10_000n, 1n] },
  ],
};

function measureChoices(book: Book, ask: Ask): Choice[] {
  if (ask.indicator === null || ask.value === null) return [];
  const indicator = book.indicator(ask.indicator);
  const said = rational(ask.value);
  return (readings[indicator.measure] ?? [{ measure: indicator.measure, own: [1n, 1n] }]).flatMap(
    ({ measure, own }) => {
      const value = toDecimal(multiply(said, fraction(own[0], own[1])), 20);
      const converted = measure === indicator.measure ? '' : `（${value} ${indicator.measure}）`;
      return valueProblem(indicator, value) ? [] : [{ value, text: `${ask.value} ${measure}${converted}` }];
    },
  );
}

function periodChoices(book: Book, ask: Ask, now: Instant): Choice[] {
  if (ask.indicator === null) return [];
  const { code, frequency } = book.indicator(ask.indicator);
  const last = lastEndedBy(frequency, addDays(dayOf(now), -1));
  const years = assignedYears(book, code);
  const periods = [last, shiftPeriod(last, -1), shiftPeriod(last, 1)].filter((each) =>
    years.has(yearOf(each)),
  );
  return periods.map((period) => ({ value: period, text: periodName(period) }));
}

function candidateChoices(book: Book, ask: Ask): Choice[] {
  if (ask.reason === 'ambiguous_unit') {
    return ask.candidates.map((id) => ({ value: id, text: book.unit(id).short_name }));
  }
  return ask.candidates.map((code) => {
    const { name, measure } = book.indicator(code);
    return { value: code, text: `${name}（${measure}）` };
  });
}

/** What may be answered to a question with one tap; none where only correcting helps. */
export function askChoices(book: Book, ask: Ask, now: Instant): Choice[] {
  if (ask.reason === 'measure_missing') return measureChoices(book, ask);
  if (ask.reason === 'no_period' || ask.reason === 'period_unclear') return periodChoices(book, ask, now);
  return candidateChoices(book, ask);
}
