import type { Report } from '#src/domain/assessment/records/report.ts';
import type { Markup } from '../kit/markup.ts';
import { coloured } from '../kit/phrasing.ts';

/** What a report's state is called on cards. */
export function stateWord(state: Report['state']): string {
  if (state === 'submitted') return '待审核';
  return state === 'confirmed' ? '已确认' : '已退回';
}

/** The same in its colour; a revision that waits no more, as a later one stands in its place, says so. */
export function revisionMark({ state, inForce }: Pick<Report, 'state'> & { inForce: boolean }): Markup {
  if (state === 'submitted' && !inForce) return coloured('grey', '已被替代');
  const colour = state === 'submitted' ? 'orange' : state === 'confirmed' ? 'green' : 'red';
  return coloured(colour, stateWord(state));
}
