import { indexOf, type Period } from '#src/domain/calendar/period.ts';
import type { ExportedValues, ValueTable } from '#src/domain/export/export-view.ts';
import { type Cell, countCell, type SheetColumn, type SheetPlan } from './sheet.ts';

const kindWords = { cumulative: '累计', level: '当期', rate: '增速' };

/** What the sheets that progress is kept in are called; the importer knows them by their headings. */
const sheetNames = { month: '月度进度', half_month: '半月进度', quarter: '季度和半年进度', year: '年度进度' };
const quarterNames = ['一季度', '二季度（上半年）', '三季度（前三季度）', '四季度（全年）'];

function periodTitle(frequency: ValueTable['frequency'], period: Period): string {
  const index = indexOf(period);
  if (frequency === 'quarter') return quarterNames[index - 1] ?? '';
  if (frequency === 'year') return '全年';
  if (frequency === 'month') return `${index}月`;
  return `${Math.ceil(index / 2)}月${index % 2 === 1 ? '上' : '下'}半月`;
}

function columnsOf({ frequency, year, periods }: ValueTable): SheetColumn[] {
  const group = frequency === 'month' ? `${year}年（累计类填1月至当月累计数）` : `${year}年`;
  return [
    { title: '序号', width: 6 },
    { title: '单位', width: 18 },
    { title: '指标名称', width: 30, wraps: true },
    { title: '计量单位', width: 10 },
    { title: '口径', width: 8 },
    ...periods.map((period) => ({ title: periodTitle(frequency, period), group, width: 12 })),
  ];
}

const cellOf = (value: ExportedValues['values'][number]): Cell => {
  if (value === 'unreported') return '未报';
  return value === null ? null : { decimal: value };
};

/** Tables of values as the office keeps its progress, with the headings by which they can be imported again. */
export function valueSheets(tables: readonly ValueTable[], about: string): SheetPlan[] {
  return tables.map((table) => ({
    name: sheetNames[table.frequency],
    title: `${table.year}年${sheetNames[table.frequency]}通报底表（${about}）`,
    note: '空白为尚未到期，“未报”为已到期未报；系统导出，可改后重新导入',
    columns: columnsOf(table),
    frozen: 3,
    rows: table.rows.map(({ unit, indicator, measure, kind, values }, index) => [
      countCell(index + 1),
      ...[unit, indicator, measure, kindWords[kind]],
      ...values.map(cellOf),
    ]),
  }));
}
