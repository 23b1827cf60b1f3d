import { type Exact, order } from './exact.ts';

/** Plain numbers that are ordered as the fractions are, equal ones alike; NaN where there is none. Sorting them is many times quicker. */
export function orderKeys(values: readonly (Exact | undefined)[]): Float64Array {
  return numerators(values) ?? placesInOrder(values);
}

/** Their numerators over the largest denominator, while these are exact plain numbers: decimals nearly always are. */
function numerators(values: readonly (Exact | undefined)[]): Float64Array | undefined {
  let largest = 1;
  for (const each of values) {
    if (!each) continue;
    if (typeof each.den !== 'number' || typeof each.num !== 'number') return undefined;
    if (each.den > largest) largest = each.den;
  }
  const keys = new Float64Array(values.length).fill(Number.NaN);
  for (let at = 0; at < values.length; at += 1) {
    const each = values[at];
    if (!each) continue;
    const times = largest / Number(each.den);
    const key = Number(each.num) * times;
    if (!Number.isInteger(times) || !Number.isSafeInteger(key)) return undefined;
    keys[at] = key;
  }
  return keys;
}

function placesInOrder(values: readonly (Exact | undefined)[]): Float64Array {
  const keys = new Float64Array(values.length).fill(Number.NaN);
  const entries = values.flatMap((value, at) => (value ? [{ value, at }] : []));
  entries.sort((a, b) => order(a.value, b.value));
  let key = 0;
  let previous: Exact | undefined;
  for (const { value, at } of entries) {
    if (previous && order(value, previous) !== 0) key += 1;
    keys[at] = key;
    previous = value;
  }
  return keys;
}
