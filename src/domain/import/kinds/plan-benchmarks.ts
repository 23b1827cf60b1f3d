import { type Benchmark, figuresIn, setFigures } from '../../assessment/records/benchmark.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import { valueProblem } from '../../assessment/records/value-problem.ts';
import { measuredIn } from '../cells/cell-number.ts';
import { foldWords } from '../cells/cell-text.ts';
import { type Desk, lay } from '../lines/desk.ts';
import { indicatorSaid, type Names } from '../lines/find-named.ts';
import { cellAt, complainAt, type Line, soundLines, textAt, yearOfTable } from '../lines/line.ts';
import { sameRecord } from '../plan/settle-record.ts';
import { periodOfSpan, readSpan } from '../table/named-span.ts';
import type { Table } from '../table/read-table.ts';

const levels = { nation: '全国', province: '全省', city: '全市', district: '本区' } as const;
type Level = keyof typeof levels;

function indicatorAt(desk: Desk, line: Line, names: Names): Indicator | undefined {
  const [code, name] = [textAt(line, 'code'), textAt(line, 'name')];
  const read = (text: string) => indicatorSaid({ text, measure: '', unit: '' }, names, desk);
  const found = read(code || name);
  if (!('indicator' in found)) {
    complainAt(desk, { ...line, at: code ? 'code' : 'name' }, found);
    return undefined;
  }
  if (code === '' || name === '') return found.indicator;
  const same = names.indicators.idsOf(name).includes(found.indicator.code);
  if (!same)
    complainAt(
      desk,
      { ...line, at: 'name' },
      {
        say: `代码 ${code} 是“${found.indicator.name}”，名称却写作“${name}”。`,
        remedy: '核对代码和名称，使两者一致。',
      },
    );
  return same ? found.indicator : undefined;
}

function periodAt(desk: Desk, line: Line, indicator: Indicator): string | undefined {
  const cell = cellAt(line, 'period');
  const span = cell && readSpan(foldWords(cell.text));
  const period = span && periodOfSpan(span, indicator.frequency, yearOfTable(line.table, desk));
  if (period) return period;
  complainAt(
    desk,
    { ...line, at: 'period' },
    {
      say: cell ? `期间“${cell.text}”不是“${indicator.name}”的期间。` : '没有填写期间。',
      remedy: '按指标的频次填写，如 2026年10月、2026年三季度。',
    },
  );
  return undefined;
}

/** A value that is wrong is left as the store has it, the rest of the row is taken. */
function levelAt(
  desk: Desk,
  line: Line,
  about: { level: Level; indicator: Indicator; before: Benchmark | undefined },
) {
  const { level, indicator, before } = about;
  if (!line.table.columns.has(level)) return before?.[level] ?? null;
  const cell = cellAt(line, level);
  if (!cell) return null;
  const read = measuredIn(cell, indicator);
  const problem = 'value' in read && level === 'district' ? valueProblem(indicator, read.value) : undefined;
  if ('value' in read && !problem) return read.value;
  complainAt(
    desk,
    { ...line, at: level },
    {
      say: `“${levels[level]}”：${problem ?? `“${cell.text}”${'fault' in read && read.fault !== 'no_number' ? `不是以${indicator.measure}计的数值` : '不是数值'}。`}`,
      remedy: '填写具体数值（如 28.4），暂无数据请填“—”。',
    },
  );
  return before?.[level] ?? null;
}

interface Standing {
  readonly place: number | null;
  readonly of: number | undefined;
}

/** 3, 第3, 3/11. */
function standingAt(desk: Desk, line: Line, field: 'city_place' | 'province_place'): Standing {
  const cell = cellAt(line, field);
  if (!cell) return { place: null, of: undefined };
  const [, place, of] = /^第?(\d{1,4})(?:位|名)?(?:[/／](\d{1,4}))?$/.exec(foldWords(cell.text)) ?? [];
  const number = Number(place);
  if (number >= 1 && (of === undefined || Number(of) >= number))
    return { place: number, of: of === undefined ? undefined : Number(of) };
  complainAt(
    desk,
    { ...line, at: field },
    {
      say: `位次“${cell.text}”不可用。`,
      remedy: '填写名次，如 3 或 3/11；没有请填“—”。',
    },
  );
  return { place: null, of: undefined };
}

/** How many districts the city has: written beside a place of the sheet, in its titles, or known from the store. */
function districtsOf(table: Table, desk: Desk): number | undefined {
  const column = table.columns.get('city_place')?.index ?? -1;
  const beside = table.rows
    .map(({ cells }) => /[/／](\d{1,4})$/.exec(foldWords(cells[column]?.text ?? ''))?.[1])
    .find((text) => text !== undefined);
  const titled = table.titles
    .map((title) => /共(\d{1,4})个/.exec(title.normalize('NFKC'))?.[1])
    .find(Boolean);
  const [known] = desk.base.benchmarks.values();
  return beside || titled ? Number(beside ?? titled) : known?.city_total;
}

interface Place {
  readonly indicator: Indicator;
  readonly period: string;
  readonly total: number | undefined;
}

function benchmarkOf(desk: Desk, line: Line, { indicator, period, total }: Place): Benchmark | undefined {
  const before = desk.base.benchmarks.get(`${indicator.code}|${period}`);
  const city = standingAt(desk, line, 'city_place');
  const of = city.of ?? total;
  if (of === undefined) {
    complainAt(
      desk,
      { ...line, at: 'city_place' },
      {
        say: '看不出全市共有几个区县。',
        remedy: '把位次写成 3/11 这样的形式。',
      },
    );
    return undefined;
  }
  const read = (level: Level) => levelAt(desk, line, { level, indicator, before });
  const has = (field: string) => line.table.columns.has(field);
  const figures = {
    nation: read('nation'),
    province: read('province'),
    city: read('city'),
    district: read('district'),
    city_place: has('city_place') ? city.place : (before?.city_place ?? null),
    city_total: of,
    province_place: has('province_place')
      ? standingAt(desk, line, 'province_place').place
      : (before?.province_place ?? null),
  };
  if (before && sameRecord(figuresIn(before), figures)) return before;
  return setFigures({ indicator: indicator.code, period }, { figures, ...desk.moment }, before);
}

/** Plans 对标数据. */
export function planBenchmarks(desk: Desk, tables: readonly Table[], names: Names): void {
  const seen = new Map<string, Line>();
  const totals = new Map(tables.map((table) => [table, districtsOf(table, desk)]));
  for (const line of soundLines(desk, tables)) {
    const indicator = indicatorAt(desk, line, names);
    const period = indicator && periodAt(desk, line, indicator);
    if (!indicator || !period) continue;
    const key = `${indicator.code}|${period}`;
    const earlier = seen.get(key);
    if (earlier) {
      complainAt(
        desk,
        { ...line, at: line.table.columns.has('code') ? 'code' : 'name' },
        {
          say: `“${indicator.name}”${textAt(line, 'period')}与第${earlier.row.number}行重复。`,
          remedy: '保留一行后重新导入。',
        },
      );
      continue;
    }
    seen.set(key, line);
    const benchmark = benchmarkOf(desk, line, { indicator, period, total: totals.get(line.table) });
    if (benchmark) lay(desk, 'benchmarks', benchmark);
  }
}
