import { toDecimal } from '../../../shared/rational.ts';
import { type Indicator, indicatorSchema } from '../../assessment/records/indicator.ts';
import { foldName } from '../../language/text/fold-text.ts';
import { numberOf } from '../cells/cell-number.ts';
import { foldWords, listed } from '../cells/cell-text.ts';
import { type Desk, lay } from '../lines/desk.ts';
import { findPerson, type Roster, rosterOf } from '../lines/find-person.ts';
import { directionSaid, frequencySaid, kindSaid, levelSaid, measureSaid } from '../lines/indicator-words.ts';
import { type Complaint, cellAt, complainAt, type Line, soundLines, textAt } from '../lines/line.ts';
import { linkGrowth, regroup, warnShared } from '../lines/link-indicators.ts';
import type { NameBook } from '../lines/name-book.ts';
import type { Table } from '../table/read-table.ts';
import { taskForceNamed } from './plan-task-forces.ts';

interface Known {
  readonly desk: Desk;
  readonly book: NameBook;
  readonly roster: Roster;
}

type Reading = { readonly value: unknown } | Complaint;
type Reader = (text: string, line: Line, known: Known) => Reading;

const said = (value: unknown, complaint: Complaint): Reading => (value === undefined ? complaint : { value });
const choice = (
  label: string,
  options: string,
  count: string,
): ((text: string, value: unknown) => Reading) => {
  return (text, value) =>
    said(value, { say: `${label}“${text}”不可用，可选：${options}。`, remedy: `改为${count}之一。` });
};
const [ofDirection, ofKind] = [
  choice('方向', '正向、逆向', '两个方向'),
  choice('性质', '累计、时点、增速', '三种性质'),
];
const ofFrequency = choice('频次', '半月、月、季、半年、年', '五种频次');
const ofLevel = choice('考核层级', '省考、市考、区考', '三个层级');

function decimalIn(label: string): Reader {
  return (text, line) => {
    const cell = cellAt(line, label === '下限' ? 'min' : 'max');
    const number = cell && numberOf(cell);
    return said(number && toDecimal(number.value, 20), {
      say: `合理范围的${label}“${text}”不是数值。`,
      remedy: '填写数值。',
    });
  };
}

/** How each field is read; what stands blank keeps what the store has. */
const readers: Readonly<Record<string, Reader>> = {
  aliases: (text) => ({ value: listed(text) }),
  measure: (text) => ({ value: measureSaid(text) }),
  direction: (text) => ofDirection(text, directionSaid(text)),
  kind: (text) => ofKind(text, kindSaid(text)),
  frequency: (text) => ofFrequency(text, frequencySaid(text)),
  task_force: (text, _, { desk }) =>
    said(taskForceNamed(desk, text)?.id, {
      say: `专班“${text}”不存在。`,
      remedy: '改为专班名册中的名称，或先在专班名册中增加。',
    }),
  lead_unit: (text, _, { book }) => {
    const [id, other] = book.idsOf(text);
    const near = id === undefined ? book.near(text) : '';
    return said(other === undefined ? id : undefined, {
      say: `牵头单位“${text}”不在单位名册中。${near ? `相近的有：${near}。` : ''}`,
      remedy: '改为名册中的单位，或先登记该单位。',
    });
  },
  leader: (text, _, { roster }) => {
    const found = findPerson(text, roster, { role: '牵头区领导' });
    return 'id' in found ? { value: found.id } : found;
  },
  source: (text) => ({ value: text }),
  level: (text) => ofLevel(text, levelSaid(text)),
  decimals: (text) => {
    const words = foldWords(text).replace(/位$/, '');
    return said(/^(?:\d|10)$/.test(words) ? Number(words) : undefined, {
      say: `小数位“${text}”不是0—10的整数。`,
      remedy: '填写0—10的整数。',
    });
  },
  min: decimalIn('下限'),
  max: decimalIn('上限'),
};

const labels: Readonly<Record<string, string>> = {
  name: '名称',
  measure: '计量单位',
  decimals: '小数位',
  direction: '方向',
  kind: '性质',
  frequency: '频次',
  min: '合理范围的下限',
  max: '合理范围的上限',
  task_force: '所属专班',
  lead_unit: '牵头单位',
  leader: '牵头区领导',
  source: '数据来源',
  level: '考核层级',
};

interface Fields {
  readonly values: Record<string, unknown>;
  faults: number;
}

function readFields(line: Line, known: Known, before: Indicator | undefined): Fields {
  const fields: Fields = {
    values: { aliases: [], ...before, name: textAt(line, 'name') || before?.name },
    faults: 0,
  };
  for (const [field, read] of Object.entries(readers)) {
    const text = textAt(line, field);
    if (text === '') continue;
    const result = read(text, line, known);
    if ('value' in result) fields.values[field] = result.value;
    else {
      complainAt(known.desk, { ...line, at: field }, result);
      fields.faults += 1;
    }
  }
  return fields;
}

/** What stands blank is complained of only where nothing else is wrong: the sender mends the row anyhow. */
function indicatorOf(line: Line, known: Known, code: string): Indicator | undefined {
  const before = known.desk.docs.indicators.get(code);
  const { values, faults } = readFields(line, known, before);
  if (faults > 0) return undefined;
  const blank = Object.keys(labels).find((field) => values[field] === undefined || values[field] === '');
  if (blank) {
    complainAt(
      known.desk,
      { ...line, at: blank },
      {
        say: `指标 ${code} 没有填写${labels[blank]}。`,
        remedy: '补充后重新导入。',
      },
    );
    return undefined;
  }
  const parsed = indicatorSchema.safeParse({ ...values, code, growth_of: before?.growth_of ?? null });
  if (parsed.success) return parsed.data;
  complainAt(
    known.desk,
    { ...line, at: 'code' },
    {
      say: `指标代码“${code}”或其他内容的格式不对。`,
      remedy: '代码为两个大写字母、短横和两位数字，如 JJ-01。',
    },
  );
  return undefined;
}

function isRepeated(
  desk: Desk,
  line: Line,
  { code, earlier }: { code: string; earlier: Line | undefined },
): boolean {
  if (!earlier) return false;
  const [first, second] = [textAt(earlier, 'name'), textAt(line, 'name')];
  const other = foldWords(first) !== foldWords(second);
  complainAt(
    desk,
    { ...line, at: 'code' },
    {
      say: `指标代码 ${code} 与第${earlier.row.number}行重复（“${first}”／“${second}”）${other ? '，名称不同' : ''}。`,
      remedy: other ? '为新指标另编代码，或删除该行；系统不会覆盖已有指标。' : '删除重复行。',
    },
  );
  return true;
}

/** A known code under another name may be a slip of the code. */
function warnRenamed(desk: Desk, line: Line, code: string): void {
  const before = desk.base.indicators.get(code);
  const name = textAt(line, 'name');
  if (!before || name === '' || foldName(before.name) === foldName(name)) return;
  complainAt(
    desk,
    { ...line, at: 'name' },
    {
      severity: 'warning',
      say: `指标 ${code} 的名称将由“${before.name}”改为“${name}”。`,
      remedy: '若是另一个指标，请另编代码。',
    },
  );
}

/** Plans 指标库. */
export function planIndicators(desk: Desk, tables: readonly Table[], book: NameBook): void {
  const known = { desk, book, roster: rosterOf(desk.docs.cadres.values()) };
  const seen = new Map<string, Line>();
  const taken = new Map<string, Line>();
  for (const line of soundLines(desk, tables)) {
    const code = foldWords(textAt(line, 'code')).toUpperCase();
    if (code === '')
      complainAt(
        desk,
        { ...line, at: 'code' },
        { say: '没有填写指标代码。', remedy: '填写代码，如 JJ-01。' },
      );
    if (code === '' || isRepeated(desk, line, { code, earlier: seen.get(code) })) continue;
    seen.set(code, line);
    const indicator = indicatorOf(line, known, code);
    if (!indicator) continue;
    warnRenamed(desk, line, code);
    lay(desk, 'indicators', indicator);
    taken.set(code, line);
  }
  linkGrowth(desk, taken);
  regroup(desk, [...taken.keys()]);
  warnShared(desk, taken);
}
