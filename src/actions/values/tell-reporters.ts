import { type ValueToldView, valueToldCard } from '#cards/values/value-told.ts';
import type { Context } from '../../context.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import { accountsOf } from '../../operations/people/accounts-of.ts';
import type { Notice } from '../../reply/reply.ts';

interface Told {
  readonly report: Report;
  readonly value: string;
  readonly instead?: string | undefined;
}

/** One message to each reporter but the presser: what became of their values. */
async function tell(
  { tx, actor, frame, knowledge, now }: Context,
  told: readonly Told[],
  view: Pick<ValueToldView, 'what' | 'reason'>,
): Promise<Notice[]> {
  const book = await knowledge.book();
  const notices: Notice[] = [];
  for (const reporter of new Set(told.map(({ report }) => report.reporter))) {
    if (reporter === actor.id) continue;
    const items = told
      .filter(({ report }) => report.reporter === reporter)
      .map(({ report, value, instead }) => ({
        indicator: book.indicator(report.indicator).name,
        unitName: book.unit(report.unit).short_name,
        period: report.period,
        ...{ value, instead },
      }));
    const card = valueToldCard({ demo: frame.demo, ...view, by: actor.name, at: now, items });
    for (const person of await accountsOf(tx, [reporter]))
      notices.push({ to: { person }, message: { card } });
  }
  return notices;
}

/** Tells reporters why their values came back, and what counts instead. */
export async function tellReturned(
  context: Context,
  returned: readonly Report[],
  reason: string,
): Promise<Notice[]> {
  const book = await context.knowledge.book();
  const told = returned.map((report) => {
    const indicator = book.indicator(report.indicator);
    const current = book.valueFor(report.indicator, report.unit, report.period);
    return {
      report,
      value: withMeasure(report.value, indicator),
      instead: current && withMeasure(current.value, indicator),
    };
  });
  return tell(context, told, { what: 'returned', reason });
}

/** Tells the reporter of a value that its unit's head put another in its place. */
export async function tellCorrected(
  context: Context,
  { before, after, why }: { before: Report; after: Report; why: string },
): Promise<Notice[]> {
  const indicator = (await context.knowledge.book()).indicator(before.indicator);
  const value = `${withMeasure(before.value, indicator)} → ${withMeasure(after.value, indicator)}`;
  return tell(context, [{ report: before, value }], { what: 'corrected', reason: why });
}
