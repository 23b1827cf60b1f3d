import type { DecisionKind } from '../../domain/assessment/brief/brief-decisions.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { periodName } from '../../domain/calendar/period.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Problem } from '../../domain/enterprise/problem.ts';
import { sidesOf } from '../../domain/enterprise/problem-side.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { shortDay } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { type BriefSources, briefSources, percentOf } from './see-brief.ts';

/** One line of what a decision rests on, in the columns of its kind; what it is about can be looked into. */
interface EvidenceRow {
  readonly cells: readonly string[];
  readonly unit?: { readonly id: string; readonly name: string };
  readonly indicator?: { readonly code: string; readonly name: string };
  readonly ticket?: { readonly id: string; readonly code: string };
}

/** Who looks where: the tickets they work on can be opened where nobody reads along. */
interface Looking {
  readonly actor: Actor;
  readonly place: Place;
}

const stepNames = { accept: '受理', answer: '首次答复', solve: '办结' };

function ticketOf(problem: Problem, { actor, place }: Looking): Pick<EvidenceRow, 'ticket'> {
  if (place.type !== 'private' || sidesOf(actor, problem).length === 0) return {};
  return { ticket: { id: problem.id, code: problem.tracking_code } };
}

function rowsOf(kind: DecisionKind, { matters, problems }: BriefSources, looking: Looking): EvidenceRow[] {
  const unitOf = ({ id, short_name }: { id: string; short_name: string }) => ({ id, name: short_name });
  const indicatorOf = ({ code, name }: { code: string; name: string }) => ({ code, name });
  switch (kind) {
    case 'veto':
      return matters.vetoes.map(({ unit, adjustment }) => ({
        cells: [unit.short_name, adjustment.reason, shortDay(adjustment.date)],
        unit: unitOf(unit),
      }));
    case 'problem':
      return problems.map(({ problem, category, unitName, overdue, escalated }) => ({
        cells: [
          problem.id,
          unitName ?? '尚未交办',
          `${overdue.late} 个工作日`,
          category,
          `${stepNames[overdue.step]}${escalated ? '（已提级）' : ''}`,
          shortDay(overdue.due),
        ],
        ...ticketOf(problem, looking),
      }));
    case 'unreported':
      return matters.unreported.map(({ unit, indicator, q, due }) => ({
        cells: [unit.short_name, indicator.name, periodName(q), shortDay(due)],
        unit: unitOf(unit),
        indicator: indicatorOf(indicator),
      }));
    case 'behind':
      return matters.behind.map(({ unit, indicator, point, share }) => ({
        cells: [
          unit.short_name,
          indicator.name,
          percentOf(share),
          `${point.actual} / ${withMeasure(point.expected, indicator)}`,
          periodName(point.period),
        ],
        unit: unitOf(unit),
        indicator: indicatorOf(indicator),
      }));
    case 'provisional':
      return matters.provisional.map(({ unit, leftOut }) => ({
        cells: [unit.short_name, `${leftOut} 项`],
        unit: unitOf(unit),
      }));
  }
}

/** What one decision of a brief rests on, whole. */
export async function seeBriefEvidence(
  tx: ReadTx,
  book: Book,
  {
    kind,
    actor,
    place,
    ...asked
  }: When & Looking & { readonly calendar: WorkCalendar; readonly kind: DecisionKind },
) {
  const { period } = asked;
  const rows = rowsOf(kind, await briefSources(tx, book, asked), { actor, place });
  return { kind, period, ruleVersion: book.ruleVersionFor(period), rows, alone: place.type === 'private' };
}
