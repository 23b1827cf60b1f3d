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

function byReporter(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  const shares = new Map<string, Told[]>();
  for (const each of told) {
    const share = shares.get(each.report.reporter);
    if (share) share.push(each);
    else shares.set(each.report.reporter, [each]);
  }
  return shares;
}

/** One message to each reporter but the presser: what became of their values. */
async function tell(
  { tx, actor, frame, knowledge, now }: Context,
  told: readonly Told[],
  view: Pick<ValueToldView, 'what' | 'reason'>,
): Promise<Notice[]> {
  const book = await knowledge.book();
  const notices: Notice[] = [];
  for (const [reporter, share] of byReporter(told)) {
    if (reporter === actor.id) continue;
    const items = share.map(({ report, value, instead }) => ({
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

/** Tells reporters of values that somebody put others in their place. */
export async function tellCorrected(
  context: Context,
  corrected: readonly { readonly before: Report; readonly after: Report }[],
  why: string,
): Promise<Notice[]> {
  const book = await context.knowledge.book();
  const told = corrected.map(({ before, after }) => {
    const indicator = book.indicator(before.indicator);
    const value = `${withMeasure(before.value, indicator)} → ${withMeasure(after.value, indicator)}`;
    return { report: before, value };
  });
  return tell(context, told, { what: 'corrected', reason: why });
}
