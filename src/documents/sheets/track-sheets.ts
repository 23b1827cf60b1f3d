import type { ExportedTrack } from '#src/domain/export/export-view.ts';
import { multiply, rational, toDecimal } from '#src/shared/rational.ts';
import { countCell, decimalCell, type SheetPlan } from './sheet.ts';
import { targetSheet } from './target-sheet.ts';

const hundred = rational(100n);
const percent = (share: string) => `${toDecimal(multiply(rational(share), hundred), 20)}%`;

/** A track and its rules, with the headings by which both sheets can be imported again. */
export function trackSheets(view: ExportedTrack): SheetPlan[] {
  const { name, year, units, remarks } = view;
  return [
    {
      name: '赛道',
      title: `${year}年度考核赛道设置（${name}）`,
      note: remarks.join('　'),
      columns: [
        { title: '序号', width: 6 },
        { title: '赛道名称', width: 18 },
        { title: '说明', width: 30, wraps: true },
        { title: '加分上限（分）', width: 12 },
        { title: '第一等次', group: '等次比例', width: 10 },
        { title: '第二等次', group: '等次比例', width: 10 },
        { title: '单位数', width: 8 },
        { title: '单位名单', width: 60, wraps: true },
      ],
      frozen: 2,
      rows: [
        [
          countCell(1),
          ...[name, view.description],
          decimalCell(view.bonusCap),
          ...[percent(view.firstQuota), percent(view.secondQuota)],
          countCell(units.length),
          units.join('、'),
        ],
      ],
    },
    targetSheet(view.targets, { name, about: name, year }),
  ];
}
