import { toDecimal } from '../../../shared/rational.ts';
import { endOf } from '../../calendar/period.ts';
import type { TableContent, TableLine, TableRow } from '../records/published-table.ts';
import { withMeasure } from '../records/with-measure.ts';
import { ruleWords } from '../rules/rule-words.ts';
import { readFraction } from './read-fraction.ts';

interface Said {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const decimal = (fraction: string | null) =>
  fraction === null ? '不计' : toDecimal(readFraction(fraction), 4);

function placeWords({ score, place }: TableRow): string {
  return place === null ? '无名次' : `${score} 分、第 ${place} 名`;
}

/** What differs between two tables of the same scope and period, line by line in words: units, values, targets, rules, adjustments. */
export function tableChanges(before: TableContent, after: TableContent): string[] {
  const old = new Map(before.rows.map((row) => [row.unit, row]));
  const now = new Map(after.rows.map((row) => [row.unit, row]));
  const both = [...now.values()].flatMap((row) => {
    const known = old.get(row.unit);
    return known ? rowChanges(known, row, { before, after }) : [`${row.name}：新列入，${placeWords(row)}`];
  });
  const gone = [...old.values()].filter(({ unit }) => !now.has(unit)).map(({ name }) => `${name}：不再列入`);
  return [...headChanges(before, after), ...both, ...gone, ...adjustmentChanges(before, after)];
}

function headChanges(before: TableContent, after: TableContent): string[] {
  return before.rule_version === after.rule_version
    ? []
    : [`规则版本：${before.rule_version} → ${after.rule_version}`];
}

function rowChanges(
  old: TableRow,
  row: TableRow,
  tables: { before: TableContent; after: TableContent },
): string[] {
  const said = saidOf([
    { name: '得分和名次', before: placeWords(old), after: placeWords(row) },
    { name: '暂列', before: old.provisional ? '是' : '否', after: row.provisional ? '是' : '否' },
    { name: '一票否决', before: old.vetoed ? '有' : '无', after: row.vetoed ? '有' : '无' },
  ]);
  const codes = [...new Set([...old.lines, ...row.lines].map(({ indicator }) => indicator))].sort();
  const lines = codes.flatMap((code) => lineChanges(row, code, { ...tables, old }));
  return [...(said === '' ? [] : [`${row.name}：${said}`]), ...lines];
}

interface Compared {
  readonly before: TableContent;
  readonly after: TableContent;
  readonly old: TableRow;
}

function lineChanges(row: TableRow, code: string, { before, after, old }: Compared): string[] {
  const words = (table: TableContent, of: TableRow) => {
    const line = of.lines.find(({ indicator }) => indicator === code);
    return line && lineWords(table, of.unit, line);
  };
  const [was, is] = [words(before, old), words(after, row)];
  const name = [...after.inputs.indicators, ...before.inputs.indicators].find(
    (each) => each.code === code,
  )?.name;
  const about = `${row.name} · ${name ?? code}`;
  if (!was || !is) return was || is ? [`${about}：${is ? '新列入' : '不再列入'}`] : [];
  const said = saidOf(
    Object.keys(is).map((key) => ({ name: key, before: was[key] ?? '', after: is[key] ?? '' })),
  );
  return said === '' ? [] : [`${about}：${said}`];
}

function lineWords(
  { inputs }: TableContent,
  unit: string,
  line: TableLine,
): Readonly<Record<string, string>> {
  const assignment = inputs.assignments.find(
    (each) => each.unit === unit && each.indicator === line.indicator,
  );
  const indicator = inputs.indicators.find(({ code }) => code === line.indicator);
  return {
    完成值: line.value === null ? '未报' : indicator ? withMeasure(line.value, indicator) : line.value,
    目标: decimal(line.target),
    权重: line.weight,
    赋分规则: assignment && indicator ? ruleWords(assignment.rule, indicator.direction) : '',
    得分: decimal(line.points),
  };
}

function saidOf(all: readonly Said[]): string {
  return all
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }) => `${name} ${before} → ${after}`)
    .join('；');
}

const types = { bonus: '加分', deduction: '扣分', veto: '一票否决' };

function adjustmentChanges(before: TableContent, after: TableContent): string[] {
  const wordsOf = ({ inputs, period }: TableContent) => {
    // Tables frozen by earlier versions hold later ones too, which do not count.
    const counting = inputs.adjustments.filter(({ date }) => date <= endOf(period));
    const words = counting.map(({ id, unit, type, points, reason }): [string, string] => {
      const name = inputs.units.find((each) => each.id === unit)?.short_name ?? unit;
      return [id, `${name} ${types[type]}${type === 'veto' ? '' : ` ${points} 分`}（${reason}）`];
    });
    return new Map(words);
  };
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const fresh = [...now].filter(([id]) => !old.has(id)).map(([, words]) => `新计入：${words}`);
  const gone = [...old].filter(([id]) => !now.has(id)).map(([, words]) => `不再计入：${words}`);
  return [...fresh, ...gone];
}
