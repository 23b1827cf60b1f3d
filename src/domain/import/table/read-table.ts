import type { Sheet, SheetRow } from '../cells/sheet.ts';
import type { SheetKind } from '../plan/import-plan.ts';
import { columnsUnder, type HeaderColumn } from './header-columns.ts';
import { type FieldPattern, type Layout, layouts } from './layouts.ts';
import { type NamedSpan, readSpan } from './named-span.ts';
import { sortRows } from './sort-rows.ts';

/** A column that is named by a period. */
export interface SpanColumn extends HeaderColumn {
  readonly span: NamedSpan;
}

/** A sheet whose kind is known: where its fields stand, and its rows of data. */
export interface Table {
  readonly sheet: string;
  readonly kind: SheetKind;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, HeaderColumn>;
  readonly spans: ReadonlyMap<string, readonly SpanColumn[]>;
  readonly rows: readonly SheetRow[];
  /** Rows of 小计 and 合计. */
  readonly totals: readonly SheetRow[];
  /** What stands above the columns' own words: titles, remarks, groups. */
  readonly titles: readonly string[];
}

interface Match {
  readonly layout: Layout;
  readonly at: number;
  readonly depth: number;
  readonly columns: Map<string, HeaderColumn>;
  readonly spans: Map<string, SpanColumn[]>;
  readonly score: number;
}

/** Titles and remarks above a header are few. */
const mostRowsAbove = 40;
const deepest = 3;

function fits({ leaf, group }: HeaderColumn, { is, within, notWithin }: FieldPattern): boolean {
  const whole = `${group}/${leaf}`;
  return is.test(leaf) && (!within || within.test(whole)) && !notWithin?.test(whole);
}

function spansOf(layout: Layout, free: readonly HeaderColumn[]): Map<string, SpanColumn[]> {
  const spans = new Map<string, SpanColumn[]>();
  for (const [name, where] of Object.entries(layout.periods)) {
    const found = free.flatMap((column) => {
      const span = fits(column, { ...where, is: /./ }) ? readSpan(column.leaf, column.aside) : undefined;
      return span ? [{ ...column, span }] : [];
    });
    if (found.length > 0) spans.set(name, found);
  }
  return spans;
}

/** A bare year is a group's word more often than a column's. */
function distinctSpans(columns: readonly SpanColumn[]): number {
  const said = columns.filter(({ leaf }) => !/^\d{4}年?$/.test(leaf));
  return new Set(said.map(({ span }) => `${span.year}|${span.end}`)).size;
}

function matchLayout(
  layout: Layout,
  header: readonly HeaderColumn[],
): Omit<Match, 'at' | 'depth'> | undefined {
  const columns = new Map<string, HeaderColumn>();
  const taken = new Set<HeaderColumn>();
  for (const [name, pattern] of Object.entries(layout.fields)) {
    const column = header.find((one) => !taken.has(one) && fits(one, pattern));
    if (!column) continue;
    columns.set(name, column);
    taken.add(column);
  }
  const spans = spansOf(
    layout,
    header.filter((column) => !taken.has(column)),
  );
  const has = (name: string) => columns.has(name) || spans.has(name);
  if (!layout.required.every((group) => group.some(has))) return undefined;
  const named = [...spans.values()].reduce((sum, list) => sum + Math.min(distinctSpans(list), 3), 0);
  const score = columns.size + named - unclear([...columns.values()], header) / 2;
  return { layout, columns, spans, score };
}

/** Columns under one merged group look alike when only the group's row is read. */
function unclear(columns: readonly HeaderColumn[], header: readonly HeaderColumn[]): number {
  const alike = (a: HeaderColumn, b: HeaderColumn) => a.leaf === b.leaf && a.group === b.group;
  return columns.filter((one) => header.some((other) => other !== one && alike(one, other))).length;
}

/** The best match over kinds, header rows and depths; of equals the shallower and the first. */
function bestMatch(rows: readonly SheetRow[]): Match | undefined {
  let best: Match | undefined;
  for (let depth = 1; depth <= deepest; depth += 1) {
    for (let at = 0; at < Math.min(rows.length - depth + 1, mostRowsAbove); at += 1) {
      const header = columnsUnder(rows.slice(at, at + depth));
      if (header.length < 3) continue;
      for (const layout of layouts) {
        const match = matchLayout(layout, header);
        if (match && match.score > (best?.score ?? 0)) best = { ...match, at, depth };
      }
    }
  }
  return best;
}

function titlesOf(sheet: Sheet, { at, depth }: Match): string[] {
  const texts = sheet.rows
    .slice(0, at + depth)
    .flatMap(({ cells }) => cells.flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : [])));
  return [...new Set([...texts, sheet.name])];
}

/** Recognises what a sheet is by its headers, wherever they stand; undefined when it is of no known kind. */
export function readTable(sheet: Sheet): Table | undefined {
  const match = bestMatch(sheet.rows);
  if (!match) return undefined;
  const { layout, at, depth, columns, spans } = match;
  const header = sheet.rows.slice(at, at + depth);
  return {
    sheet: sheet.name,
    kind: layout.kind,
    headerRow: header[0]?.number ?? 1,
    columns,
    spans,
    titles: titlesOf(sheet, match),
    ...sortRows(sheet.rows.slice(at + depth), { layout, columns, spans }),
  };
}

/** The column of a field that the table is sure to have. */
export function columnOf(table: Table, field: string): HeaderColumn {
  const column = table.columns.get(field);
  if (!column) throw new RangeError(`no column for ${field}`);
  return column;
}
