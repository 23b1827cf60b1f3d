/** What a column of a pasted table holds. */
type Column =
  | { readonly holds: 'name' | 'unit' | 'measure' | 'growth' | 'nothing' }
  /** The heading tells of which period (10月累计), or nothing of it (完成值). */
  | { readonly holds: 'value'; readonly said: string }
  /** The heading is an indicator's name. */
  | { readonly holds: 'indicator'; readonly said: string };

const periods = /20\d{2}年|(?:1-)?\d{1,2}月|[1-4]季度/gu;
const figure = /^[-+]?[\d,]+(?:\.\d+)?%?$/u;
const measure =
  /^(?:[百千万亿]*(?:元|美元|人|户|家|个|件|套|亩|平方米|人次|家次)|%|小时|工作日|分|张|起|次|篇)$/u;
const empty = /^[-—–/\s]*$/u;

const headings: readonly (readonly [RegExp, Column['holds']])[] = [
  [/^(?:考核|评价|主要|具体)?(?:指标|项目|名称|内容)(?:名称|项)?$/u, 'name'],
  [/^(?:责任|报送|填报|承担|考核)?单位(?:名称)?$|^(?:镇街|街道|镇|部门|板块|园区)$/u, 'unit'],
  [/^计量单位$/u, 'measure'],
  [
    /目标|任务|计划|完成率|完成比例|进度|占比|排名|位次|名次|序号|编号|备注|说明|联系|责任人|同期|上年|去年|环比|当月|本月|单月|差/u,
    'nothing',
  ],
  [/^(?:累计)?(?:同比|增速|增幅|增长)(?:增长|增速|增幅|率)?[±+\-%()]*$/u, 'growth'],
];
const value =
  /^(?:截[至止])?(?:20\d{2}年)?(?:(?:1-)?\d{1,2}月(?:底|末|份)?|[一二三四1-4]季度|上半年)?(?:累计|实际)?(?:完成|实际|累计)?(?:值|数|额|情况|数据)?$/u;

function columnOf(heading: string, cells: readonly string[]): Column {
  const plain = heading.replace(/\s/gu, '');
  const isMeasure = cells.length > 0 && cells.every((cell) => measure.test(cell) || empty.test(cell));
  if (isMeasure && cells.some((cell) => measure.test(cell))) return { holds: 'measure' };
  const holds = headings.find(([words]) => words.test(plain))?.[1];
  if (holds === 'nothing' || holds === 'growth' || holds === 'name' || holds === 'unit') return { holds };
  if (value.test(plain)) return { holds: 'value', said: plain };
  return { holds: 'indicator', said: plain };
}

function growthWords(cell: string): string {
  const rate = cell.replace(/^\+/u, '').replace(/%$/u, '');
  return rate.startsWith('-') ? `同比下降${rate.slice(1)}%` : `同比增长${rate}%`;
}

/** One row of a table as a sentence; the measure stands where the figure has none. */
function sentenceOf(columns: readonly Column[], row: readonly string[]): string {
  const cellOf = (holds: Column['holds']) => row[columns.findIndex((column) => column.holds === holds)] ?? '';
  const size = cellOf('measure');
  const withMeasure = (cell: string) => (figure.test(cell) && !cell.endsWith('%') ? cell + size : cell);
  const subject = cellOf('unit') + cellOf('name');
  const pieces = columns.flatMap((column, at) => {
    const cell = row[at] ?? '';
    if (empty.test(cell)) return [];
    if (column.holds === 'value') return [`${subject}${column.said}${withMeasure(cell)}`];
    if (column.holds === 'indicator') return [`${subject}${column.said}${withMeasure(cell)}`];
    return column.holds === 'growth' && figure.test(cell) ? [growthWords(cell)] : [];
  });
  return pieces.length === 0 ? subject : pieces.join('，');
}

/** The rows below the headings as sentences; undefined where the first line is none of headings. */
function tableSentences(lines: readonly string[]): string[] | undefined {
  const [heads = [], ...rows] = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const hasHeadings =
    heads.length > 1 && rows.length > 0 && !heads.some((cell) => /\d/.test(cell.replace(periods, '')));
  if (!hasHeadings) return undefined;
  const columns = heads.map((heading, at) =>
    columnOf(
      heading,
      rows.map((row) => row[at] ?? ''),
    ),
  );
  const first = columns[0];
  // A period in the corner is that of the whole table; below it stand the names.
  const corner =
    first?.holds === 'value' ||
    (first?.holds === 'indicator' && !columns.some(({ holds }) => holds === 'name' || holds === 'unit'));
  if (corner) columns[0] = { holds: 'name' };
  if (!columns.some(({ holds }) => holds === 'value' || holds === 'indicator')) return undefined;
  const period = first?.holds === 'value' && heads[0] ? [`${heads[0]}：`] : [];
  return [...period, ...rows.map((row) => sentenceOf(columns, row))];
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
