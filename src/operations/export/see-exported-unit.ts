import { ruleWords } from '../../domain/assessment/rules/rule-words.ts';
import { type Period, periodName, yearOf } from '../../domain/calendar/period.ts';
import type { ExportedLine, ExportedUnit } from '../../domain/export/export-view.ts';
import { targetRows } from '../../domain/export/target-rows.ts';
import { valueTables } from '../../domain/export/value-tables.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { seeExplanation } from '../working/see-explanation.ts';
import { aloneWith, type Exporting } from './exporting.ts';

type Seen = ReturnType<typeof seeExplanation>;

const statusWords = {
  scored: '',
  unreported: '未报',
  left_out_not_due: '未到报送截止日，暂不计入',
  left_out_no_benchmark: '缺对标值，暂不计入',
};
const typeWords = { bonus: '加分', deduction: '扣分', veto: '一票否决' };

function lineOf({ rule, direction, status, ...line }: Seen['lines'][number]): ExportedLine {
  return { ...line, rule: ruleWords(rule, direction), note: statusWords[status] };
}

function summaryOf({ score, place, units, track, reported, due, ...seen }: Seen): string {
  return [
    score === null ? '尚无得分' : `得分 ${score}`,
    place === null ? '' : `${track.name}第 ${place} 名（共 ${units} 个单位）`,
    `已报 ${reported}/${due}`,
    `加分 ${seen.bonus}`,
    `扣分 ${seen.deduction}`,
    seen.vetoed ? '一票否决' : '',
    seen.provisionalWhy === undefined ? '' : `暂列：${seen.provisionalWhy}`,
  ]
    .filter((part) => part !== '')
    .join('　');
}

/** A unit's whole table: how its score came about, its targets, its values. Throws `not_allowed` where its working may not be shown to the person. */
export async function seeExportedUnit(
  tx: ReadTx,
  { unit, period }: { unit: string; period: Period },
  { book, actor, now }: Exporting,
): Promise<ExportedUnit> {
  const year = yearOf(period);
  if (!book.trackOfUnit(unit, year)) {
    throw errors.notFound(`${periodName(period)}${book.unit(unit).short_name}的考核`, '该单位不在任何赛道。');
  }
  const seen = seeExplanation(book, { unit, period, now, actor, place: aloneWith(actor) });
  // Today's targets, whatever the period's were: the workbook can be imported again.
  const assignments = book.assignmentsOf(unit, year);
  return {
    ...{ kind: 'unit', name: seen.unitName, period, year, summary: summaryOf(seen) },
    lines: seen.lines.map(lineOf),
    adjustments: seen.adjustments.map(({ id: _, type, ...rest }) => ({ ...rest, type: typeWords[type] })),
    targets: targetRows(book, assignments, await tx.all('cadres')),
    tables: valueTables(book, { assignments, year, now }),
  };
}
