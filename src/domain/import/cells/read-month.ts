import { foldWords } from './cell-text.ts';
import type { SheetCell } from './sheet.ts';

const daysFrom1900 = 25_569;
const dayMs = 86_400_000;

function monthOf(year: string | undefined, month: string | undefined): string | undefined {
  const number = Number(month);
  return year && number >= 1 && number <= 12 ? `${year}-${month?.padStart(2, '0')}` : undefined;
}

/** A day's number in Excel that lost its date format, 1954 to 2064. */
function monthOfSerial(text: string): string | undefined {
  const serial = Number(text);
  if (!Number.isInteger(serial) || serial < 20_000 || serial > 60_000) return undefined;
  return new Date((serial - daysFrom1900) * dayMs).toISOString().slice(0, 7);
}

/**
 * A year and month (`2024.08`, `2024年8月`, `2024-8-15`, a date) as `YYYY-MM`; undefined when it is none. The number 2024.1 is none:
 * it may be January, or October that lost its nought.
 */
export function readMonth(cell: SheetCell): string | undefined {
  if (cell.kind === 'date') return cell.text.slice(0, 7);
  if (cell.kind === 'number' && /^\d{4}\.1$/.test(cell.text)) return undefined;
  if (cell.kind === 'number' && !cell.text.includes('.')) return monthOfSerial(cell.text);
  if (cell.kind !== 'text' && cell.kind !== 'number') return undefined;
  const match = /^(\d{4})[年.\-/](\d{1,2})(?:月|[月.\-/]\d{1,2}日?)?$/.exec(foldWords(cell.text));
  return match ? monthOf(match[1], match[2]) : undefined;
}
