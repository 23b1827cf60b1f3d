import type { Indicator } from '../../assessment/records/indicator.ts';
import { type Measure, measureNamed } from '../../language/numbers/measures.ts';
import { readBareMeasure } from '../../language/tokens/read-quantity.ts';
import { foldWords } from '../cells/cell-text.ts';
import type { Table } from '../table/read-table.ts';
import { measureSaid } from './indicator-words.ts';
import { type Line, textAt } from './line.ts';

const read = new Map<string, Measure | undefined>();
const titled = new WeakMap<Table, Measure | undefined>();

function bareMeasure(text: string): Measure | undefined {
  if (read.has(text)) return read.get(text);
  const words = measureSaid(text);
  const measure = words === '' ? undefined : readBareMeasure(words.toLowerCase());
  if (read.size < 1000) read.set(text, measure);
  return measure;
}

/** 单位：万元 above a table holds for all that names no other. */
function titledMeasure(table: Table): Measure | undefined {
  if (titled.has(table)) return titled.get(table);
  const words = table.titles.map((title) => /^\(?单位:([^,;、]+?)\)?$/.exec(foldWords(title))?.[1]);
  const measure = words.flatMap((text) => (text ? (readBareMeasure(text) ?? []) : []))[0];
  titled.set(table, measure);
  return measure;
}

/**
 * The measure a row states beside its indicator, else the one above its table where it measures the same thing; undefined when
 * neither is said.
 */
export function statedMeasure(line: Line, indicator: Pick<Indicator, 'measure'>): Measure | undefined {
  const own = bareMeasure(textAt(line, 'measure'));
  if (own) return own;
  const titled = titledMeasure(line.table);
  return titled?.dimension === measureNamed(indicator.measure).dimension ? titled : undefined;
}

/** The measure that brackets in a column's header say. */
export function measureAside(aside: string): Measure | undefined {
  return aside === '' ? undefined : readBareMeasure(aside.replace(/^单位:?/, ''));
}
