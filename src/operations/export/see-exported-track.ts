import { rolesInWords, seeAll } from '../../authorize/permissions.ts';
import { maySeeWorking } from '../../authorize/ranking-sight.ts';
import type { ExportedTrack } from '../../domain/export/export-view.ts';
import { targetRows } from '../../domain/export/target-rows.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { aloneWith, type Exporting } from './exporting.ts';

/** A track with weights, targets and rules of those of its units that the person may see whole; throws `not_allowed` where that is none. */
export async function seeExportedTrack(
  tx: ReadTx,
  { track: id, year }: { track: string; year: number },
  { book, actor }: Exporting,
): Promise<ExportedTrack> {
  const track = book.tracksOf(year).find((each) => each.id === id);
  if (!track) throw errors.notFound('这个赛道', '请从 /导出 的卡片里选一个赛道。');
  const units = track.units.filter((unit) => maySeeWorking(unit, actor, aloneWith(actor)));
  if (units.length === 0) {
    throw errors.notAllowed(
      `您不能导出${track.name}的目标和规则，本单位不在这个赛道`,
      `${rolesInWords(seeAll)}可以导出`,
    );
  }
  const assignments = units.flatMap((unit) => book.assignmentsOf(unit, year));
  return {
    ...{ kind: 'track', name: track.name, year, description: track.description },
    ...{ bonusCap: track.bonus_cap, firstQuota: track.first_quota, secondQuota: track.second_quota },
    units: track.units.map((unit) => book.unit(unit).short_name),
    targets: targetRows(book, assignments, await tx.all('cadres')),
    remarks: units.length === track.units.length ? [] : ['任务分解只含您能看到的单位。'],
  };
}
