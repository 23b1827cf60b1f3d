import { compare } from '../../../shared/rational.ts';
import type { NamedReading, Outcome } from './settle.ts';

function keyOf({ reading, code }: NamedReading): string {
  return `${code} ${(reading.units ?? []).join()}`;
}

const values: ReadonlySet<string> = new Set(['value', 'growth']);

/**
 * A plain figure smaller than one said to be cumulative is the month's own where it names its own period: 累计14.2亿，本月1.2亿. Without
 * that it may as well be the better one: 累计19.8亿，不对，是18.9亿.
 */
function isPartOf(part: NamedReading, whole: NamedReading): boolean {
  const { role, words, quantity, period } = whole.reading;
  const own = part.reading.period;
  if (role !== 'value' || !words.has('cumulative') || own === period) return false;
  // 9月累计12.9亿，10月1.3亿 are two months; 本月 beside 10月累计 is October.
  if (own && period && own.period !== period.period && !own.yearSaid) return false;
  return compare(part.reading.quantity.value, quantity.value) < 0;
}

/** Beside the value meant, a month's own figure, a change, a share or a plain figure before 累计 is only a remark. */
function isBeside(one: NamedReading, others: readonly NamedReading[]): boolean {
  const { role, words } = one.reading;
  const rivals = others.filter((other) => other !== one);
  if (role === 'own' || role === 'change' || role === 'share')
    return rivals.some(({ reading }) => values.has(reading.role) || reading.role === 'vague');
  if (words.has('cumulative')) return false;
  if (role === 'growth' && words.has('own'))
    return rivals.some(({ reading }) => reading.role === 'growth' && !reading.words.has('own'));
  if (role !== 'value') return false;
  if (rivals.some((rival) => isPartOf(one, rival))) return true;
  const at = others.indexOf(one);
  return others
    .slice(at + 1)
    .some(({ reading }) => reading.role === 'value' && reading.words.has('cumulative'));
}

/** Readings of one indicator and unit: remarks go, so that what stays is one value a period. */
export function weighReadings(named: readonly NamedReading[]): NamedReading[] {
  const groups = new Map<string, NamedReading[]>();
  for (const one of named) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return named.filter((one) => !isBeside(one, groups.get(keyOf(one)) ?? []));
}

function sameThing(a: Outcome, b: Outcome): boolean {
  if (a.kind !== 'item' || b.kind !== 'item') return false;
  return (
    a.item.indicator === b.item.indicator && a.item.unit === b.item.unit && a.item.period === b.item.period
  );
}

/** Two different values for one thing are asked about; the same value twice is one. */
export function mergeSame(outcomes: readonly Outcome[]): Outcome[] {
  const merged: Outcome[] = [];
  for (const outcome of outcomes) {
    const at = merged.findIndex((other) => sameThing(other, outcome));
    const other = merged[at];
    if (outcome.kind !== 'item' || other?.kind !== 'item') merged.push(outcome);
    else if (other.item.value !== outcome.item.value) {
      const { indicator, unit, period } = outcome.item;
      const ask = { reason: 'value_unclear' as const, indicator, unit, period, text: outcome.reading.text };
      merged[at] = { kind: 'ask', ask, reading: outcome.reading };
    }
  }
  return merged.filter((one) => !merged.some((other) => isInDoubt(one, other)));
}

/** A value beside an unclear one of the same thing is not to be offered. */
function isInDoubt(one: Outcome, other: Outcome): boolean {
  if (one.kind !== 'item' || other.kind !== 'ask' || other.ask.reason !== 'value_unclear') return false;
  const { indicator, unit, period } = other.ask;
  return (
    indicator === one.item.indicator && unit === one.item.unit && (!period || period === one.item.period)
  );
}
