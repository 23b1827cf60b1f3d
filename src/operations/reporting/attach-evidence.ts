import { mayReport } from '../../authorize/may-report.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { findAssignment } from '../../domain/assessment/scoring/find-assignment.ts';
import { periodOfDay, shiftPeriod, yearOf } from '../../domain/calendar/period.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { addDays, dayOf, type Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { withFile } from '../with-file.ts';
import { reportingYears } from './find-owed.ts';

/** How long after a report evidence for it is offered to be attached, in days, and how many are offered. */
const recent = { days: 31, most: 20 };

function mayAttach(book: Book, actor: Actor, { indicator, unit, period }: Report): boolean {
  const assignment = findAssignment(book, { indicator, unit, year: yearOf(period) });
  return assignment !== undefined && mayReport(actor, assignment);
}

/** The values in force to which this person may attach evidence, their own first, then the newest. */
export function recentReports(book: Book, actor: Actor, now: Instant): Report[] {
  const since = addDays(dayOf(now), -recent.days);
  const own = (report: Report) => Number(report.reporter === actor.id);
  const assignments = reportingYears(now).flatMap((each) =>
    book.input.assignments.filter((assignment) => assignment.year === each && mayReport(actor, assignment)),
  );
  const values = assignments.flatMap(({ indicator, unit }) => {
    const newest = periodOfDay(book.indicator(indicator).frequency, dayOf(now));
    const periods = [0, -1, -2, -3].map((shift) => shiftPeriod(newest, shift));
    return periods.flatMap((period) => book.valueFor(indicator, unit, period) ?? []);
  });
  return [...new Set(values)]
    .filter(({ reported_at }) => reported_at >= since)
    .sort((a, b) => own(b) - own(a) || (a.reported_at < b.reported_at ? 1 : -1))
    .slice(0, recent.most);
}

interface Attaching {
  readonly report: string;
  readonly file: { readonly hash: string; readonly name: string };
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
}

/** Adds a kept file to a report. Throws when the report is not theirs to report, the file is there already, or there are too many. */
export async function attachEvidence(
  tx: WriteTx,
  { report: id, file, actor, book, now }: Attaching,
): Promise<Report> {
  const report = await tx.get('reports', id);
  if (!report || !mayAttach(book, actor, report))
    throw errors.notAllowed('您不能给这项上报附材料', '由本单位的填报人附材料');
  const files = withFile(report.files, { ...file, by: actor.id, at: now });
  const attached: Report = { ...report, files };
  await tx.put('reports', attached);
  return attached;
}
