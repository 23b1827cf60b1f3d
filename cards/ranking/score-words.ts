import { frequencyOf, type Period, periodName } from '#src/domain/calendar/period.ts';
import { type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, joined } from '../kit/phrasing.ts';
import type { RankingRow } from './ranking-view.ts';

/** `已报 20/23`. */
export function coverageWords(row: { readonly reported: number; readonly due: number }): string {
  return `已报 ${row.reported}/${row.due}`;
}

/** ↑2, ↓1, — or 新; the arrow says it, the colour only underlines. */
export function movementMark(movement: RankingRow['movement']): Markup {
  if (movement === null) return nothing;
  if (movement === 'new') return coloured('blue', '新');
  if (movement === 0) return coloured('grey', '—');
  return movement > 0 ? coloured('green', `↑${movement}`) : coloured('red', `↓${-movement}`);
}

/** A place with its movement: `3 ↑2`; a dash without a place. */
export function placeMark(row: Pick<RankingRow, 'place' | 'movement'>): Markup {
  if (row.place === null) return md`—`;
  return joined([bold(row.place), movementMark(row.movement)], md` `);
}

/** What must be known besides the score: veto, provisional, note. */
export function stateMark(
  row: Pick<RankingRow, 'vetoed' | 'provisional' | 'note'>,
  separator: Markup = md` `,
): Markup {
  const parts = [
    row.vetoed ? coloured('red', '一票否决') : nothing,
    row.provisional ? coloured('orange', '暂列') : nothing,
    row.note ? md`${row.note}` : nothing,
  ];
  return joined(parts, separator);
}

/** The text of a button to the period before (-1) or after (1): 上月, 下月; other lengths by their name. */
export function periodButtonText(period: Period, direction: -1 | 1): string {
  const monthly = frequencyOf(period) === 'month';
  if (direction < 0) return `‹ ${monthly ? '上月' : periodName(period)}`;
  return `${monthly ? '下月' : periodName(period)} ›`;
}
