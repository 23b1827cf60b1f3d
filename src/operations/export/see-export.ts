import { type Period, yearOf } from '../../domain/calendar/period.ts';
import type { ExportedRanking, ExportView } from '../../domain/export/export-view.ts';
import type { ReadTx } from '../../store/document-store.ts';
import type { RankingScope } from '../ranking/ranking-scope.ts';
import { checkNoDraft, hidesMovement } from '../ranking/result-drafts.ts';
import { seeRanking } from '../ranking/see-ranking.ts';
import { aloneWith, type Exporting } from './exporting.ts';
import { seeExportedProblems } from './see-exported-problems.ts';
import { seeExportedTrack } from './see-exported-track.ts';
import { seeExportedUnit } from './see-exported-unit.ts';
import { seeExportedValues } from './see-exported-values.ts';

/** What is to be exported: `of` is the indicator, unit or track. */
export type ExportAsked =
  | (RankingScope & { readonly what: 'ranking'; readonly period: Period })
  | { readonly what: 'values' | 'unit' | 'track'; readonly of: string; readonly period: Period }
  | { readonly what: 'problems'; readonly period: Period };

function rankingOf(
  asked: ExportAsked & { what: 'ranking' },
  { book, actor, now, hideMovement }: Exporting & { hideMovement: boolean },
): ExportedRanking {
  const { scope, of, period } = asked;
  const seen = seeRanking(book, { scope, of, period, now, actor, place: aloneWith(actor), hideMovement });
  const remarks = [seen.provisionalWhy, seen.limitedWhy, ...seen.remarks];
  return {
    kind: 'ranking',
    ...{ scope, period, name: scope === 'tracks' ? '各赛道' : seen.name },
    lists: seen.groups.map(({ name, rows }) => ({ name, rows })),
    remarks: remarks.filter((remark) => remark !== undefined),
  };
}

/** What is exported, as far as the person may see it in private; throws `not_allowed` or `not_found` where that is nothing. */
export async function seeExport(tx: ReadTx, asked: ExportAsked, exporting: Exporting): Promise<ExportView> {
  const { what, period } = asked;
  const { book, actor, now } = exporting;
  const showing = { period, now, actor, place: aloneWith(actor) };
  if (what === 'ranking') {
    await checkNoDraft(tx, book, { of: asked, ...showing });
    const hideMovement = await hidesMovement(tx, book, { of: asked, ...showing });
    return rankingOf(asked, { ...exporting, hideMovement });
  }
  if (what === 'unit') await checkNoDraft(tx, book, { of: { unit: asked.of }, ...showing });
  if (what === 'problems') return seeExportedProblems(tx, period, exporting);
  const { of } = asked;
  if (what === 'values') return seeExportedValues({ indicator: of, year: yearOf(period) }, exporting);
  if (what === 'unit') return seeExportedUnit(tx, { unit: of, period }, exporting);
  return seeExportedTrack(tx, { track: of, year: yearOf(period) }, exporting);
}
