import type { SheetCell } from '../../domain/import/cells/sheet.ts';
import type { Cell } from '../library/excel-library.ts';

const around = /^[\s\u200b\u200c\u200d]+|[\s\u200b\u200c\u200d]+$/gu;
/** What stands in quotes or behind a backslash in a number format is shown as it is. */
const literal = /"[^"]*"|\\./g;
const percentFormats = new Map<string, boolean>();

function isPercent(format: string | undefined): boolean {
  if (!format) return false;
  const known = percentFormats.get(format) ?? format.replace(literal, '').includes('%');
  percentFormats.set(format, known);
  return known;
}

/** Excel keeps 15 digits; a cached 0.30000000000000004 is 0.3. Undefined for what is no plain decimal. */
function plainDecimal(value: number): string | undefined {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  if (!text.includes('e-')) return undefined;
  return value.toFixed(20).replace(/\.?0+$/, '');
}

function numberCell(value: number, cell: Cell): SheetCell {
  const text = Number.isFinite(value) ? plainDecimal(value) : undefined;
  if (text === undefined) return { kind: 'text', text: String(value) };
  return { kind: isPercent(cell.numFmt) ? 'percent' : 'number', text };
}

function textCell(text: string): SheetCell | undefined {
  const trimmed = text.replace(around, '');
  return trimmed === '' ? undefined : { kind: 'text', text: trimmed };
}

function dateCell(value: Date): SheetCell {
  const ms = value.getTime();
  return Number.isNaN(ms)
    ? { kind: 'error', text: '#NUM!' }
    : { kind: 'date', text: value.toISOString().slice(0, 10) };
}

function structuredCell(value: object, cell: Cell): SheetCell | undefined {
  if ('richText' in value && Array.isArray(value.richText))
    return textCell(value.richText.map((run: { text?: unknown }) => String(run?.text ?? '')).join(''));
  if ('error' in value) return { kind: 'error', text: String(value.error) };
  if ('formula' in value || 'sharedFormula' in value) {
    const result = 'result' in value ? value.result : undefined;
    if (result === undefined || result === null) return { kind: 'error', text: '公式没有计算结果' };
    return valueCell(result, cell);
  }
  if ('text' in value) return valueCell(value.text, cell);
  return undefined;
}

function valueCell(value: unknown, cell: Cell): SheetCell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return numberCell(value, cell);
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return dateCell(value);
  return typeof value === 'object' ? structuredCell(value, cell) : undefined;
}

/** What a cell of the library says, undefined when it is blank; a formula by its saved value, a link by its text, nothing is ever run or followed. */
export function cellOf(cell: Cell): SheetCell | undefined {
  const value: unknown = cell.value;
  return valueCell(value, cell.master);
}
