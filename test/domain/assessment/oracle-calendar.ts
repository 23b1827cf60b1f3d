/** The oracle's own calendar, by plain lists and day counting. Shares nothing with src. */
export interface OracleCalendar {
  readonly holidays: readonly string[];
  readonly makeUpWorkdays: readonly string[];
}

interface Span {
  readonly name: string;
  readonly end: string;
  /** Twelfths of the year elapsed at its end, as a decimal. */
  readonly months: string;
}

const two = (number: number) => String(number).padStart(2, '0');

function lastDay(year: number, month: number): string {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return `${year}-${two(month)}-${days}`;
}

/** All periods of a frequency in a year, in order. */
export function spans(frequency: string, year: number): Span[] {
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const until = (month: number, name: string): Span => ({
    name,
    end: lastDay(year, month),
    months: `${month}`,
  });
  if (frequency === 'year') return [until(12, `${year}`)];
  if (frequency === 'half') return [until(6, `${year}H1`), until(12, `${year}H2`)];
  if (frequency === 'quarter') return [1, 2, 3, 4].map((quarter) => until(quarter * 3, `${year}Q${quarter}`));
  if (frequency === 'month') return months.map((month) => until(month, `${year}-${two(month)}`));
  return months.flatMap((month) => [
    { name: `${year}-${two(month)}A`, end: `${year}-${two(month)}-15`, months: `${month - 1}.5` },
    until(month, `${year}-${two(month)}B`),
  ]);
}

export const frequencies = ['half_month', 'month', 'quarter', 'half', 'year'] as const;

const found = new Map<string, Span>();

export function spanOf(name: string): Span {
  const span = found.get(name) ?? search(name);
  found.set(name, span);
  return span;
}

function search(name: string): Span {
  const year = Number(name.slice(0, 4));
  const found = frequencies.flatMap((frequency) => spans(frequency, year)).find((span) => span.name === name);
  if (!found) throw new Error(`oracle knows no period ${name}`);
  return found;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function works(calendar: OracleCalendar, day: string): boolean {
  if (calendar.makeUpWorkdays.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !day.endsWith('-01-01') && !calendar.holidays.includes(day);
}

const allowed: Record<string, number> = { half_month: 3, month: 5, quarter: 8, half: 10, year: 10 };

export function dueDay(calendar: OracleCalendar, frequency: string, end: string): string {
  let day = end;
  let count = 0;
  while (count < (allowed[frequency] ?? 0)) {
    day = nextDay(day);
    if (works(calendar, day)) count += 1;
  }
  return day;
}
