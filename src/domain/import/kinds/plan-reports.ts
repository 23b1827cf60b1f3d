import { compare, rational } from '../../../shared/rational.ts';
import type { Report } from '../../assessment/records/report.ts';
import { withMeasure } from '../../assessment/records/with-measure.ts';
import type { Frequency, Period } from '../../calendar/period.ts';
import type { Desk } from '../lines/desk.ts';
import { indicatorSaid, type Names, unitSaid } from '../lines/find-named.ts';
import { complainAt, type Line, soundLines, textAt, yearOfTable } from '../lines/line.ts';
import { columnWords, readValueCell, type ValuePlace } from '../lines/read-value-cell.ts';
import { statedMeasure } from '../lines/stated-measure.ts';
import { type Stored, type Value, warnFalls } from '../lines/warn-falls.ts';
import { periodOfSpan } from '../table/named-span.ts';
import type { SpanColumn, Table } from '../table/read-table.ts';

/** The values in force and the highest revisions by `indicator|unit`, then by period. */
type Shelf = ReadonlyMap<string, ReadonlyMap<Period, Stored>>;

function shelfOf(desk: Desk): Shelf {
  const shelf = new Map<string, Map<Period, Stored>>();
  for (const report of desk.storedReports) {
    const { indicator, unit, period, rev, state } = report;
    const key = `${indicator}|${unit}`;
    const periods = shelf.get(key) ?? new Map<Period, Stored>();
    shelf.set(key, periods);
    const known = periods.get(period);
    const newer = state !== 'returned' && rev > (known?.inForce?.rev ?? 0);
    periods.set(period, {
      inForce: newer ? report : known?.inForce,
      rev: Math.max(rev, known?.rev ?? 0),
    });
  }
  return shelf;
}

/** A value in place of another, and where it stands. */
interface Replacing extends Value {
  readonly place: ValuePlace;
  readonly before: Report;
  /** The id of the report that holds it. */
  readonly report: string;
}

/** What is lost from sight without a word would be taken for an addition: every replaced value is shown with what it was. */
function warnReplaced({ place, before, value, column, report }: Replacing): void {
  const { desk, line, unitName, indicator } = place;
  const state = before.state === 'confirmed' ? '已确认' : '待审核';
  complainAt(
    desk,
    { ...line, at: column.index },
    {
      severity: 'warning',
      say: `${columnWords(column)}：${unitName}“${indicator.name}”原数${withMeasure(before.value, indicator)}（${state}）→ 新数${withMeasure(value, indicator)}。`,
      remedy: '核对以哪个数为准；保留原数请清空这一格。',
      report,
    },
  );
}

function layValue(work: Work, place: ValuePlace, laid: Value & { readonly known: Stored | undefined }): void {
  const { period, value, known } = laid;
  const { desk, unit, indicator } = place;
  const { by, at } = desk.moment;
  const rev = (known?.rev ?? 0) + 1;
  const report: Report = {
    id: `report_${indicator.code}_${unit}_${period}_${rev}`,
    indicator: indicator.code,
    unit,
    period,
    rev,
    value,
    state: 'confirmed',
    reporter: by,
    reported_at: at,
    decided_by: by,
    decided_at: at,
  };
  const before = known?.inForce;
  if (!before) {
    desk.newReports.push(report);
    return;
  }
  desk.changedReports.push({ before, after: report });
  work.replacing.push({ ...laid, place, before, report: report.id });
}

interface Work {
  readonly desk: Desk;
  readonly names: Names;
  readonly shelf: Shelf;
  readonly seen: Map<string, Line>;
  /** `indicator|unit` → in which row another sheet has a period already. */
  readonly taken: Map<string, Map<Period, Line>>;
  readonly years: ReadonlyMap<Table, number>;
  /** The periods of columns by frequency. */
  readonly periods: Map<SpanColumn, Map<Frequency, Period | undefined>>;
  /** Told of behind all that is wrong, which is listed first. */
  readonly replacing: Replacing[];
}

const none: ReadonlyMap<Period, Stored> = new Map();

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && (a === b || compare(rational(a), rational(b)) === 0);
}

/** Another column or another sheet's row may have other periods, never one again. */
function isTaken(
  place: ValuePlace,
  taken: Map<Period, Line>,
  read: { period: Period; column: SpanColumn },
): boolean {
  const earlier = taken.get(read.period);
  if (!earlier) taken.set(read.period, place.line);
  else
    complainAt(
      place.desk,
      { ...place.line, at: read.column.index },
      {
        say: `${place.unitName}“${place.indicator.name}”这一期在“${earlier.table.sheet}”第${earlier.row.number}行已有数值。`,
        remedy: '保留一处。',
      },
    );
  return earlier !== undefined;
}

function takenAt({ taken }: Work, { unit, indicator }: ValuePlace): Map<Period, Line> {
  const key = `${indicator.code}|${unit}`;
  const periods = taken.get(key) ?? new Map<Period, Line>();
  taken.set(key, periods);
  return periods;
}

function periodIn(
  { periods, years }: Work,
  column: SpanColumn,
  about: { table: Table; frequency: Frequency },
) {
  const { table, frequency } = about;
  const known = periods.get(column) ?? new Map<Frequency, Period | undefined>();
  periods.set(column, known);
  if (!known.has(frequency))
    known.set(frequency, periodOfSpan(column.span, frequency, years.get(table) ?? 0));
  return known.get(frequency);
}

function planValues(work: Work, place: ValuePlace): void {
  const { desk, line, unit, indicator } = place;
  const known = work.shelf.get(`${indicator.code}|${unit}`) ?? none;
  const taken = takenAt(work, place);
  const values = (line.table.spans.get('values') ?? []).flatMap((column): Value[] => {
    const read = readValueCell(place, column);
    if (!read || isTaken(place, taken, { period: read.period, column })) return [];
    return [
      {
        period: read.period,
        value: read.value,
        column,
        isNew: !isSame(known.get(read.period)?.inForce?.value, read.value),
      },
    ];
  });
  for (const value of values) {
    if (value.isNew) layValue(work, place, { ...value, known: known.get(value.period) });
    else desk.unchangedReports += 1;
  }
  warnFalls(place, values, known);
}

/** The place of a row, undefined with a complaint when its unit or indicator is unknown, or it stands there twice. */
function placeOf(work: Work, line: Line): ValuePlace | undefined {
  const { desk, names, seen } = work;
  const unit = unitSaid(textAt(line, 'unit'), names);
  if (!('id' in unit)) {
    complainAt(desk, { ...line, at: 'unit' }, unit);
    return undefined;
  }
  const field = line.table.columns.has('indicator') ? 'indicator' : 'code';
  const text = textAt(line, 'code') || textAt(line, 'indicator');
  const found = indicatorSaid({ text, measure: textAt(line, 'measure'), unit: unit.id }, names, desk);
  if (!('indicator' in found)) {
    complainAt(desk, { ...line, at: field }, found);
    return undefined;
  }
  const { indicator } = found;
  const unitName = desk.docs.units.get(unit.id)?.short_name ?? unit.id;
  const key = `${line.table.sheet}|${unit.id}|${indicator.code}`;
  const earlier = seen.get(key);
  if (!earlier) {
    seen.set(key, line);
    const about = { table: line.table, frequency: indicator.frequency };
    const periodOf = (column: SpanColumn) => periodIn(work, column, about);
    return {
      desk,
      line,
      unit: unit.id,
      unitName,
      indicator,
      stated: statedMeasure(line, indicator),
      periodOf,
    };
  }
  complainAt(
    desk,
    { ...line, at: field },
    {
      say: `与第${earlier.row.number}行重复：${unitName}“${indicator.name}”。`,
      remedy: `保留一行；系统只读取了第${earlier.row.number}行。`,
    },
  );
  return undefined;
}

/** Plans 月度进度: every value that differs from the one in force becomes its next revision, and is told of beside what it was. */
export function planReports(desk: Desk, tables: readonly Table[], names: Names): void {
  const years = new Map(tables.map((table) => [table, yearOfTable(table, desk)]));
  const fresh = { seen: new Map(), taken: new Map(), periods: new Map(), replacing: [] };
  const work: Work = { desk, names, shelf: shelfOf(desk), years, ...fresh };
  for (const line of soundLines(desk, tables)) {
    const place = placeOf(work, line);
    if (place) planValues(work, place);
  }
  for (const replacing of work.replacing) warnReplaced(replacing);
}
