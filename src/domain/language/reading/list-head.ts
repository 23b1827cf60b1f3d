import type { WordRole } from '../text/words.ts';
import type { Token } from '../tokens/token.ts';
import { isUnsure } from './doubt-of.ts';
import type { ProgressState } from './progress-state.ts';

/** What the head of a list says of all its figures: targets, another's, a guess, a comparison (10月目标：…; 全市：…; 去年同期：…). */
const weighty: ReadonlySet<WordRole> = new Set(['goal', 'scope', 'approx', 'compare']);

/** By these words a figure below a head of targets is one that was reached. */
const reached = /实际|目前|截[至止]|累计|完成|实现|已|现/u;

/** 快报数（未经核实）： */
const bracketed = /\(([^()]*)\) *$/u;

/** Remembers what stands before a colon, or on a line of its own, if that is no figure's name. */
export function readHead(state: ProgressState, { mark, at }: Token & { kind: 'break' }): void {
  const { clause, text } = state;
  if (clause.numbered || clause.named) return;
  const head = clause.roles.filter((role) => weighty.has(role));
  const note = bracketed.exec(text.slice(0, at))?.[1] ?? '';
  if (mark === ':' && isUnsure(note)) head.push('approx');
  if (mark === ':' || (mark === '\n' && head.length > 0 && clause.pieces === '')) state.head = head;
}

/** Behind a full stop it is open whether the head still counts: what follows is asked about. */
export function loosenHead(state: ProgressState): void {
  if (state.head.length > 0) state.head = ['approx'];
}

/** The speaker's own figures, or a unit's, are no longer the city's. */
export function leaveScope(state: ProgressState): void {
  state.head = state.head.filter((role) => role !== 'scope');
}

/** What the head says of a figure that ends at `at`; one that was reached ends a list of targets. */
export function headRoles(state: ProgressState, at: number): readonly WordRole[] {
  const { clause, head, text } = state;
  if (head.includes('goal') && !clause.roles.includes('goal') && reached.test(text.slice(clause.from, at)))
    state.head = [];
  return state.head;
}
