import { periodName } from '#src/domain/calendar/period.ts';
import type { ExportedLine, ExportedUnit } from '#src/domain/export/export-view.ts';
import { type Cell, countCell, decimalCell, type SheetColumn, type SheetPlan } from './sheet.ts';
import { targetSheet } from './target-sheet.ts';
import { valueSheets } from './value-sheets.ts';

const lineColumns: readonly SheetColumn[] = [
  { title: '序号', width: 6 },
  { title: '指标', width: 30, wraps: true },
  { title: '计分时期', width: 16 },
  { title: '计量单位', width: 10 },
  { title: '权重', width: 8, even: true },
  { title: '完成值', width: 14 },
  { title: '目标值', width: 14 },
  { title: '赋分规则', width: 40, wraps: true },
  { title: '得分系数', width: 12, even: true },
  { title: '得分', width: 12, even: true },
  { title: '失分', width: 12, even: true },
  { title: '说明', width: 20, wraps: true },
];

function lineRow(line: ExportedLine, index: number): Cell[] {
  return [
    countCell(index + 1),
    ...[line.indicator, periodName(line.period), line.measure],
    ...[line.weight, line.value, line.target].map(decimalCell),
    line.rule,
    ...[line.f, line.points, line.lost].map(decimalCell),
    line.note === '' ? null : line.note,
  ];
}

function adjustmentSheet({ name, year, adjustments }: ExportedUnit): SheetPlan[] {
  if (adjustments.length === 0) return [];
  return [
    {
      name: '加减分',
      title: `${year}年${name}加分、扣分和一票否决`,
      note: '加分以赛道上限为限',
      columns: [
        { title: '类别', width: 12 },
        { title: '分值', width: 10, even: true },
        { title: '事由', width: 60, wraps: true },
        { title: '生效日期', width: 14 },
      ],
      frozen: 1,
      rows: adjustments.map(({ type, points, reason, date }) => [type, decimalCell(points), reason, date]),
    },
  ];
}

/** A unit's whole table: its working, its adjustments, its targets and its values. */
export function unitSheets(view: ExportedUnit): SheetPlan[] {
  const { name, period, year, summary, lines, targets, tables } = view;
  return [
    {
      name: '得分明细',
      title: `${periodName(period)}${name}得分明细`,
      note: summary,
      columns: lineColumns,
      frozen: 2,
      rows: lines.map(lineRow),
    },
    ...adjustmentSheet(view),
    targetSheet(targets, { name: '目标任务分解', about: name, year }),
    ...valueSheets(tables, name),
  ];
}
