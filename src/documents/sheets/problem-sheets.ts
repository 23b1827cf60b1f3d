import { periodName } from '#src/domain/calendar/period.ts';
import type { ProblemRate } from '#src/domain/enterprise/problem-rates.ts';
import type { ExportedProblem, ExportedProblems } from '#src/domain/export/export-view.ts';
import { type Cell, countCell, decimalCell, type SheetColumn, type SheetPlan } from './sheet.ts';

interface Column<Row> extends SheetColumn {
  readonly cell: (row: Row) => Cell;
}

const solvedWords = (solved: boolean | null) => (solved === null ? null : solved ? '是' : '否');

const problemColumns: readonly Column<ExportedProblem>[] = [
  { title: '编号', width: 10, cell: ({ id }) => id },
  { title: '企业', width: 28, wraps: true, cell: ({ enterprise }) => enterprise },
  { title: '类别', width: 10, cell: ({ category }) => category },
  { title: '紧急程度', width: 10, cell: ({ urgency }) => urgency },
  { title: '来源', width: 12, cell: ({ source }) => source },
  { title: '诉求内容', width: 50, wraps: true, cell: ({ text }) => text },
  { title: '状态', width: 10, cell: ({ state }) => state },
  { title: '提交', group: '时间', width: 17, cell: ({ submitted }) => submitted },
  { title: '受理', group: '时间', width: 17, cell: ({ accepted }) => accepted },
  { title: '交办', group: '时间', width: 17, cell: ({ assigned }) => assigned },
  { title: '首次答复', group: '时间', width: 17, cell: ({ firstAnswer }) => firstAnswer },
  { title: '办结', group: '时间', width: 17, cell: ({ closed }) => closed },
  { title: '承办单位', width: 16, cell: ({ unit }) => unit },
  { title: '经办人', width: 10, cell: ({ handler }) => handler },
  { title: '答复内容', width: 50, wraps: true, cell: ({ answer }) => answer },
  { title: '办结方式', width: 14, cell: ({ end }) => end },
  { title: '公开理由', width: 30, wraps: true, cell: ({ publicReason }) => publicReason },
  { title: '企业认为已解决', width: 12, cell: ({ solved }) => solvedWords(solved) },
  { title: '满意度', width: 10, cell: ({ rating }) => rating },
];

const rateColumns = (by: string): Column<ProblemRate>[] => [
  { title: by, width: 20, cell: ({ name }) => name },
  { title: '诉求数', width: 10, cell: ({ count }) => countCell(count) },
  { title: '已交办', group: '响应', width: 10, cell: ({ assigned }) => countCell(assigned) },
  { title: '已答复', group: '响应', width: 10, cell: ({ answered }) => countCell(answered) },
  { title: '响应率（%）', group: '响应', width: 12, cell: ({ response }) => decimalCell(response) },
  { title: '已解决', group: '办结', width: 10, cell: ({ solved }) => countCell(solved) },
  { title: '另计', group: '办结', width: 10, cell: ({ apart }) => countCell(apart) },
  { title: '办结率（%）', group: '办结', width: 12, cell: ({ solution }) => decimalCell(solution) },
  { title: '已评价', group: '满意', width: 10, cell: ({ rated }) => countCell(rated) },
  { title: '满意和基本满意', group: '满意', width: 12, cell: ({ content }) => countCell(content) },
  { title: '满意率（%）', group: '满意', width: 12, cell: ({ satisfaction }) => decimalCell(satisfaction) },
];

const rateNote =
  '响应率＝已答复÷已交办；办结率＝已解决÷（诉求数－另计），另计为附公开理由办结的；满意率＝满意和基本满意÷已评价；退回补充的不计';

function sheetOf<Row>(
  about: Pick<SheetPlan, 'name' | 'title' | 'note'>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): SheetPlan {
  return { ...about, columns, frozen: 1, rows: rows.map((row) => columns.map(({ cell }) => cell(row))) };
}

/** Problems without contact details, and their rates by unit, category and month. */
export function problemSheets({ period, of, problems, rates }: ExportedProblems): SheetPlan[] {
  const when = periodName(period);
  return [
    sheetOf(
      { name: '诉求清单', title: `${when}企业诉求清单（${of}）`, note: '按提交时间；不含联系人和联系电话' },
      problemColumns,
      problems,
    ),
    ...rates.map(({ by, rows }) =>
      sheetOf(
        { name: `按${by}`, title: `${when}企业诉求办理情况（${of}，按${by}）`, note: rateNote },
        rateColumns(by),
        rows,
      ),
    ),
  ];
}
