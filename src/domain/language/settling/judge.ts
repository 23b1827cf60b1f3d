import { compare, rational } from '../../../shared/rational.ts';
import type { NotProgressClass, Understanding } from './understanding.ts';

/** An item of a label; `unit` null means the sender's own. */
export interface ExpectedItem {
  indicator: string;
  unit: string | null;
  period: string;
  value: string;
}

/** What a labelled message should be understood as (data set README, messages). */
export type Expected =
  | { kind: 'progress'; items: ExpectedItem[] }
  | {
      kind: 'ask';
      asks: { reason: string; indicator: string | null; candidates?: string[] }[];
      items: ExpectedItem[];
    }
  | { kind: 'not_progress'; class: NotProgressClass; accept?: string[] };

function sameItem(a: ExpectedItem, b: ExpectedItem, own: readonly string[]): boolean {
  const unit = (id: string | null): string | null => (id === own[0] ? null : id);
  if (a.indicator !== b.indicator || a.period !== b.period || unit(a.unit) !== unit(b.unit)) return false;
  return compare(rational(a.value), rational(b.value)) === 0;
}

function sameSet<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  return a.every((one) => {
    const at = left.findIndex((other) => same(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function itemsOf(one: Expected | Understanding): ExpectedItem[] {
  return one.kind === 'not_progress' ? [] : one.items;
}

interface Ask {
  reason: string;
  indicator: string | null;
  candidates?: string[];
}

function sameAsk(expected: Ask, got: Ask): boolean {
  if (expected.reason !== got.reason || expected.indicator !== got.indicator) return false;
  return !expected.candidates || sameSet(expected.candidates, got.candidates ?? [], (a, b) => a === b);
}

/** Whether a message was understood as labelled; `own` are the sender's units. */
export function isRight(expected: Expected, got: Understanding, own: readonly string[]): boolean {
  if (expected.kind === 'not_progress') {
    if (got.kind === 'ask') return got.items.length === 0 && (expected.accept ?? []).includes('ask');
    return got.kind === 'not_progress' && got.class === expected.class;
  }
  if (got.kind !== expected.kind) return false;
  const items = sameSet(expected.items, got.items, (a, b) => sameItem(a, b, own));
  if (expected.kind !== 'ask' || got.kind !== 'ask') return items;
  return items && sameSet(expected.asks, got.asks, sameAsk);
}

/** Items offered that the label does not have: each would ask a person to confirm something untrue. */
export function wrongItems(expected: Expected, got: Understanding, own: readonly string[]): ExpectedItem[] {
  const right = itemsOf(expected);
  return itemsOf(got).filter((item) => !right.some((other) => sameItem(item, other, own)));
}
