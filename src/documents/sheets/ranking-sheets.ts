import { periodName } from '#src/domain/calendar/period.ts';
import type { ExportedRank, ExportedRanking } from '#src/domain/export/export-view.ts';
import { type Cell, countCell, decimalCell, type SheetColumn, type SheetPlan } from './sheet.ts';

interface Column extends SheetColumn {
  readonly cell: (row: ExportedRank) => Cell;
}

/** A value with its measure, as cards write it, as a number; the measure stands in the heading. */
function valueCell(value: string | undefined): Cell {
  const decimal = /^-?\d+(\.\d+)?/.exec(value ?? '')?.[0];
  return decimal === undefined ? null : { decimal };
}

function measureOf(view: ExportedRanking): string {
  const values = view.lists.flatMap(({ rows }) => rows.map(({ value = '' }) => value));
  const measure = values.map((value) => /^-?\d+(?:\.\d+)?\s*(.+)$/.exec(value)?.[1]).find((found) => found);
  return measure === undefined ? '完成值' : `完成值（${measure}）`;
}

const movementCell = ({ movement }: ExportedRank): Cell => {
  if (movement === null) return null;
  return movement === 0 ? '—' : `${movement > 0 ? '↑' : '↓'}${Math.abs(movement)}`;
};

function noteCell({ vetoed, provisional, note }: ExportedRank): Cell {
  const words = [vetoed ? '一票否决' : '', provisional ? '暂列' : '', note ?? ''];
  return words.filter((word) => word !== '').join('，') || null;
}

function columnsOf(view: ExportedRanking): Column[] {
  const ofIndicator = view.scope === 'indicator';
  return [
    { title: '名次', width: 8, cell: ({ place }) => countCell(place) },
    { title: '单位', width: 20, cell: ({ name }) => name },
    ...(view.scope === 'district'
      ? [{ title: '赛道', width: 18, cell: ({ track }: ExportedRank) => track ?? null }]
      : []),
    ...(ofIndicator
      ? [
          {
            title: measureOf(view),
            width: 20,
            even: true,
            cell: ({ value }: ExportedRank) => valueCell(value),
          },
        ]
      : []),
    {
      title: ofIndicator ? '得分系数' : '得分',
      width: 12,
      even: true,
      cell: ({ score }) => decimalCell(score),
    },
    { title: '名次变化', width: 10, cell: movementCell },
    ...(ofIndicator
      ? []
      : [
          { title: '已报', width: 8, cell: ({ reported }: ExportedRank) => countCell(reported) },
          { title: '应报', width: 8, cell: ({ due }: ExportedRank) => countCell(due) },
        ]),
    { title: '说明', width: 24, wraps: true, cell: noteCell },
  ];
}

/** A ranking as sheets, one a list. */
export function rankingSheets(view: ExportedRanking): SheetPlan[] {
  const columns = columnsOf(view);
  return view.lists.map(({ name, rows }) => ({
    name,
    title: `${periodName(view.period)}${view.name === name ? name : `${view.name}（${name}）`}排名`,
    note: view.remarks.join('　'),
    columns,
    frozen: 2,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }));
}
