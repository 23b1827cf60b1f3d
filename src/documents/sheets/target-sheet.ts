import type { ExportedTarget } from '#src/domain/export/export-view.ts';
import { type Cell, countCell, decimalCell, type SheetColumn, type SheetPlan } from './sheet.ts';

const quarters = ['一季度', '上半年', '前三季度', '全年'];

const columns: readonly SheetColumn[] = [
  { title: '序号', width: 6 },
  { title: '责任单位', width: 24, wraps: true },
  { title: '指标名称', width: 30, wraps: true },
  { title: '计量单位', width: 10 },
  { title: '权重（分）', width: 8, even: true },
  { title: '年度目标', width: 12 },
  ...quarters.map((title) => ({ title, group: '时序目标（路线图）', width: 10 })),
  ...quarters.map((title) => ({ title, group: '争先位次（市内）', width: 8 })),
  { title: '计分办法', width: 44, wraps: true },
  { title: '责任人', width: 14, wraps: true },
  { title: '填报人', width: 14, wraps: true },
];

function rowOf(target: ExportedTarget, index: number): Cell[] {
  return [
    countCell(index + 1),
    ...[target.unit, target.indicator, target.measure],
    decimalCell(target.weight),
    decimalCell(target.annualTarget),
    ...target.milestones.map(decimalCell),
    ...target.places.map(countCell),
    ...[target.rule, target.leader, target.reporter],
  ];
}

/** The task breakdown as the office keeps it, with the headings by which it can be imported again. */
export function targetSheet(
  targets: readonly ExportedTarget[],
  { name, about, year }: { name: string; about: string; year: number },
): SheetPlan {
  return {
    name,
    title: `${year}年度目标任务分解表（${about}）`,
    note: '单位：分、见“计量单位”列　　各单位权重合计100分　　空白表示不设',
    columns,
    frozen: 3,
    rows: targets.map(rowOf),
  };
}
