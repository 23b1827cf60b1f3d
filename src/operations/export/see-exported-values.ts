import { mayReadValue } from '../../authorize/may-read-value.ts';
import { rolesInWords, seeAll } from '../../authorize/permissions.ts';
import type { ExportedIndicator } from '../../domain/export/export-view.ts';
import { valueTables } from '../../domain/export/value-tables.ts';
import { errors } from '../../shared/errors.ts';
import { aloneWith, type Exporting } from './exporting.ts';

/** An indicator's values through a year, of the units whose raw values the person may see (issue 4 §5); throws where that is none. */
export function seeExportedValues(
  { indicator, year }: { indicator: string; year: number },
  { book, actor, now }: Exporting,
): ExportedIndicator {
  const { name } = book.indicator(indicator);
  const all = book.input.assignments.filter((each) => each.indicator === indicator && each.year === year);
  if (all.length === 0) throw errors.notFound(`${year}年“${name}”的任务分解`, '请换一个指标或年份。');
  const place = aloneWith(actor);
  const assignments = all.filter((each) => mayReadValue(book, { actor, place }, each));
  if (assignments.length === 0) {
    throw errors.notAllowed(
      `您不能导出“${name}”的完成值，本单位没有这项指标`,
      `${rolesInWords(seeAll)}和牵头专班办公室可以导出全部单位的`,
    );
  }
  const tables = valueTables(book, { assignments, year, now });
  if (tables.length === 0) throw errors.notFound(`${year}年“${name}”的完成值`, '请换一个指标或年份。');
  const hidden = all.length - assignments.length;
  return {
    ...{ kind: 'values', indicator: name, year, tables },
    remarks: hidden === 0 ? [] : [`只含您能看到的 ${assignments.length} 个单位，其他单位的完成值不公开。`],
  };
}
