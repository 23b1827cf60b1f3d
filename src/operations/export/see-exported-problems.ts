import { endOf, type Period, periodName, periodOfDay, startOf } from '../../domain/calendar/period.ts';
import type { Problem } from '../../domain/enterprise/problem.ts';
import { problemRates } from '../../domain/enterprise/problem-rates.ts';
import { sidesOf } from '../../domain/enterprise/problem-side.ts';
import { endWords, ratingWords, stateWords, urgencyWords } from '../../domain/enterprise/problem-words.ts';
import type { ExportedProblem, ExportedProblems } from '../../domain/export/export-view.ts';
import { unitsOf } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { sightOfProblem } from '../problems/see-problem.ts';
import type { Exporting } from './exporting.ts';

const minute = (at: Instant | null) => at && `${at.slice(0, 10)} ${at.slice(11, 16)}`;

/** Never with the contact, and without the code, by which whoever holds it may follow the problem. */
async function exported(tx: ReadTx, problem: Problem, { calendar }: Exporting): Promise<ExportedProblem> {
  const seen = await sightOfProblem(tx, problem, calendar);
  const { id, category, text, answer, solved } = seen;
  return {
    ...{ id, category, text, answer, solved, enterprise: seen.enterprise_name, source: seen.source_name },
    ...{ urgency: urgencyWords[seen.urgency], state: stateWords[seen.state] },
    ...{ submitted: minute(seen.submitted_at), accepted: minute(seen.accepted_at) },
    ...{ assigned: minute(seen.assigned_at), firstAnswer: minute(seen.first_answer_at) },
    ...{ closed: minute(seen.closed_at), unit: seen.unit_name, handler: seen.handler_name },
    ...{ end: seen.end && endWords[seen.end], publicReason: seen.public_reason },
    rating: seen.rating && ratingWords[seen.rating],
  };
}

function visible({ actor }: Exporting, problem: Problem): boolean {
  return sidesOf(actor, problem).some((side) => side !== 'entrepreneur');
}

/** The problems that came in within the period and that the person works on or reads, with their rates; throws `not_found` where there is none. */
export async function seeExportedProblems(
  tx: ReadTx,
  period: Period,
  exporting: Exporting,
): Promise<ExportedProblems> {
  const { actor, book } = exporting;
  const within = (day: string) => startOf(period) <= day && day <= endOf(period);
  const all = (await tx.all('problems')).filter(
    (problem) => within(dayOf(problem.submitted_at)) && visible(exporting, problem),
  );
  if (all.length === 0)
    throw errors.notFound(`${periodName(period)}与您有关的诉求`, '请换一个时期，如：/导出 诉求 上月');
  const problems = all.toSorted((a, b) => a.submitted_at.localeCompare(b.submitted_at));
  const isDesk = actor.roles.includes('enterprise_desk');
  const unitName = (id: string) => book.input.units.find((unit) => unit.id === id)?.short_name ?? id;
  const by = (name: string, keyOf: (problem: Problem) => string) => ({
    by: name,
    rows: problemRates(problems, keyOf),
  });
  return {
    ...{ kind: 'problems', period, of: isDesk ? '全区' : unitsOf(actor).map(unitName).join('、') },
    problems: await Promise.all(problems.map((problem) => exported(tx, problem, exporting))),
    rates: [
      by('单位', ({ unit }) => (unit === null ? '尚未交办' : unitName(unit))),
      by('类别', ({ category }) => category),
      by('月份', ({ submitted_at }) => periodName(periodOfDay('month', dayOf(submitted_at)))),
    ],
  };
}
