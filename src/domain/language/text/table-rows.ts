type Plain = 'name' | 'unit' | 'measure' | 'growth' | 'own' | 'note' | 'nothing';

/** What a column of a pasted table holds. */
type Column =
  | { readonly holds: Plain }
  /** Figures: below a period or nothing of it (10月累计, 完成值), or below an indicator's name; `size` is the measure that the heading gives them. */
  | {
      readonly holds: 'value' | 'indicator';
      readonly said: string;
      readonly size?: string | undefined;
    };

const periods = /20\d{2}年|(?:1-)?\d{1,2}月|[1-4]季度/gu;
const figure = /^[-+]?[\d,]+(?:\.\d+)?%?$/u;
const growth = /^(增长|上升|增|\+|↑|▲|下降|回落|降|-|↓|▼)?([\d,]+(?:\.\d+)?)%?$/u;
const fallen = /^(?:下降|回落|降|-|↓|▼)$/u;
const measure =
  /^(?:[百千万亿]*(?:元|美元|人|户|家|个|件|套|亩|平方米|人次|家次)|%|小时|工作日|分|张|起|次|篇)$/u;
const empty = /^[-—–/\s]*$/u;
/** The row of a sum is nobody's. */
const total = /^(?:合计|总计|小计|平均|均值|全区合计|全区平均|全市平均)$/u;
/** What a note says against a figure. */
const doubt = /待|未[经核审]|预计|估|初步|当月|单月|有误/u;
const others = /去年|上年|同期|目标|计划|全市|全区|下达/u;

const headings: readonly (readonly [RegExp, Plain])[] = [
  [/^(?:考核|评价|主要|具体|经济)?(?:指标|项目|名称|内容)(?:名称|项)?$|^(?:指标)?代码$/u, 'name'],
  [/^(?:报送|填报|承担|考核|责任)?单位(?:名称)?$|^责任部门$|^(?:镇街|街道|镇|部门|板块|园区)$/u, 'unit'],
  [/^(?:计量)?单位$/u, 'measure'],
  [/^(?:当月|本月|单月)(?:值|数|完成|新增)?$|^得分$/u, 'own'],
  [/^(?:累计)?(?:同比|增速|增幅|增长)(?:增长|增速|增幅|率)?[±+\-↑↓%()]*$/u, 'growth'],
  [/^(?:全?年度?|20\d{2}年)?(?:目标|任务|计划)(?:值|数|任务)?$/u, 'nothing'],
  [/^(?:目标|任务|计划|年度)?完成(?:率|比例|度|进度)$|^(?:时序|序时)?进度$|^占比$|^是否/u, 'nothing'],
  [/^(?:全区|全市|全省|赛道|镇街)?(?:排名|排序|位次|名次)(?:变化)?$/u, 'nothing'],
  [/^(?:上年|去年)?(?:同期|同月)(?:值|数|累计)?$|^20\d{2}年$|^上年|^去年|^环比/u, 'nothing'],
  [/^(?:增量|增减额?|增长额|增加额?|净增|差额|差距|缺口|还差|尚差)$/u, 'nothing'],
  [/^(?:全区|全市|全省|全国|平均|全区平均|全市平均)$/u, 'nothing'],
  [/^(?:序号|编号|权重|分值|满分|基数|类别|来源|数据来源)$/u, 'nothing'],
  [/^(?:联系|责任|分管|审核|填报)(?:人|电话|领导|科室)$|^(?:分管|牵头|主管)(?:部门|单位|领导)$/u, 'nothing'],
  [/^(?:备注|说明)$/u, 'note'],
];
const value =
  /^(?:截[至止])?(?:20\d{2}年)?(?:(?:1-)?(?:\d{1,2}|本)月(?:底|末|份|止)?|[一二三四1-4]季度|上半年)?(?:累计|实际)?(?:完成|实际|累计)?(?:值|数|额|情况|数据|量)?(?:\(.*\))?$|^(?:绝对[量值]|实绩|金额|数值|原报数)(?:\(.*\))?$/u;

/** 10月累计, 10月（万元）, 累计（去年同期）: the period, and what a bracket adds to it. */
function valueColumn(plain: string): Column {
  const bracket = /\(([^()]+)\)$/u.exec(plain)?.[1];
  if (bracket !== undefined && others.test(bracket)) return { holds: 'nothing' };
  const period = (plain.match(periods)?.join('') ?? '') + (plain.includes('累计') ? '累计' : '');
  if (bracket === undefined || bracket === '今年') return { holds: 'value', said: period };
  return measure.test(bracket)
    ? { holds: 'value', said: period, size: bracket }
    : { holds: 'value', said: `${period}(${bracket})` };
}

function columnOf(heading: string, cells: readonly string[]): Column {
  const plain = heading.replace(/\s/gu, '');
  if (plain === '') return { holds: 'nothing' };
  const filled = cells.filter((cell) => !empty.test(cell));
  if (filled.length > 0 && filled.every((cell) => measure.test(cell))) return { holds: 'measure' };
  const holds = headings.find(([words]) => words.test(plain))?.[1];
  if (holds) return { holds };
  if (value.test(plain)) return valueColumn(plain);
  return { holds: 'indicator', said: plain };
}

/** 6.1%, 下降3.8, ↑6.1%; undefined where a cell is no rate. */
function growthWords(cell: string): string | undefined {
  const [, sign = '', rate] = growth.exec(cell.replace(/\s/gu, '')) ?? [];
  return rate === undefined ? undefined : `同比${fallen.test(sign) ? '下降' : '增长'}${rate}%`;
}

/** One row of a table as a sentence; the measure stands where the figure has none. */
function sentenceOf(columns: readonly Column[], row: readonly string[]): string {
  const cellOf = (holds: Column['holds']) => row[columns.findIndex((column) => column.holds === holds)] ?? '';
  const size = cellOf('measure');
  const subject = cellOf('unit') + cellOf('name');
  const withMeasure = (cell: string, own?: string) =>
    figure.test(cell) && !cell.endsWith('%') ? cell + (size || (own ?? '')) : cell;
  const pieces: string[] = [];
  for (const [at, column] of columns.entries()) {
    const cell = row[at] ?? '';
    if (empty.test(cell)) continue;
    if ('said' in column) pieces.push(`${subject}${column.said}${withMeasure(cell, column.size)}`);
    const rate = column.holds === 'growth' ? growthWords(cell) : undefined;
    // The growth of a row without a figure is said with its own subject, not of the row above.
    if (rate) pieces.push(pieces.length === 0 ? subject + rate : rate);
  }
  const note = cellOf('note');
  return pieces.join(',') + (doubt.test(note) ? `(${note})` : '');
}

const isFigure = (cell: string) => /\d/.test(cell);

function columnsOf(heads: readonly string[], rows: readonly (readonly string[])[]): Column[] | undefined {
  const cellsOf = (at: number) => rows.map((row) => row[at] ?? '');
  const columns = heads.map((heading, at) => columnOf(heading, cellsOf(at)));
  const [first] = columns;
  const isNamed = columns.some(({ holds }) => holds === 'name' || holds === 'unit');
  // A period or nothing in the corner: below it stand the names.
  const corner = first && !isNamed && !cellsOf(0).some(isFigure) && first.holds !== 'growth';
  if (corner) columns[0] = { holds: 'name' };
  const hasValues = columns.some(({ holds }) => holds === 'value' || holds === 'indicator');
  if (!hasValues)
    for (const [at, { holds }] of columns.entries())
      if (holds === 'own') columns[at] = { holds: 'value', said: '' };
  return columns.some(({ holds }) => holds === 'value' || holds === 'indicator') ? columns : undefined;
}

function isHeading(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length > 1 && !filled.some((cell) => isFigure(cell.replace(periods, '')) || cell.includes(':'))
  );
}

/** Rows of projects or firms below an indicator are parts of a figure: left to be asked about. */
function isOfProjects(heads: readonly string[], columns: readonly Column[]): boolean {
  return (
    heads.some((heading) => /^(?:项目|企业)(?:名称)?$/u.test(heading)) &&
    columns.some(({ holds }) => holds === 'indicator')
  );
}

/** The rows below the headings as sentences; undefined where there are no headings. */
function tableSentences(lines: readonly string[]): string[] | undefined {
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const top = cells.findIndex(isHeading);
  const [heads = [], ...rows] = cells.slice(top);
  const columns = top === -1 || rows.length === 0 ? undefined : columnsOf(heads, rows);
  if (!columns || isOfProjects(heads, columns)) return undefined;
  const above = cells.slice(0, top).map((row) => row.filter((cell) => cell !== '').join(','));
  const corner = heads[0] ?? '';
  const period =
    columns[0]?.holds === 'name' && corner !== '' && corner.replace(periods, '') === '' ? [`${corner}:`] : [];
  const heading = columns.findIndex(({ holds }) => holds === 'name' || holds === 'unit');
  const own = rows.filter((row) => !total.test(row[heading] ?? ''));
  return [...above, ...period, ...own.map((row) => sentenceOf(columns, row))];
}

/** A table pasted from a workbook (tabs between the cells, headings above) said row by row: 固投10月累计14.2亿元，同比增长6.1%. */
export function tablesAsSentences(text: string): string {
  if (!text.includes('\t')) return text;
  const said: string[] = [];
  let run: string[] = [];
  const close = () => {
    said.push(...(tableSentences(run) ?? run));
    run = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) run.push(line);
    else {
      close();
      said.push(line);
    }
  }
  close();
  return said.join('\n');
}
