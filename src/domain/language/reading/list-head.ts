import type { WordRole } from '../text/words.ts';
import type { Token } from '../tokens/token.ts';
import { isUnsure } from './doubt-of.ts';
import type { ProgressState } from './progress-state.ts';

/** What the head of a list says of all its figures: targets, another's, a guess, a comparison (10月目标：…; 全市：…; 去年同期：…). */
export const weighty: ReadonlySet<WordRole> = new Set(['goal', 'scope', 'approx', 'compare']);

/** By these words a figure below a head of targets is one that was reached. */
const reached = /实际|目前|截[至止]|累计/u;
/** These may as well be a target's own words (新增就业完成1500人): asked about. */
const perhaps = /完成|实现|已|现/u;

/** 快报数（未经核实）： */
const bracketed = /\(([^()]*)\) *$/u;

const comparing = /对比|相比|比较/u;
const told = /(?:完成|进展|落实|执行)(?:情况|进度|率|了|的)*\s*$|完成情况|进展情况|情况\s*$/u;
const underway = /推进|落实|进度/u;
const planned = /目标|计划|打算|力争|争取|预期|拟|下[步月]/u;
const lastYear = /(?:去年|上年)/u;
const cityOnly =
  /^\s*全[市省国区](?:(?:1-)?\d{1,2}月|20\d{2}年|[一二三四]季度|情况|数据?|平均|水平|值|的|\s)*$/u;

/** The weight of a head: what is surely a target's, the city's or last year's is none of the speaker's figures; else they are asked about. */
function headOf(roles: readonly WordRole[], said: string): WordRole[] {
  const heavy = roles.filter((role) => weighty.has(role));
  return heavy.flatMap((role): WordRole[] => {
    if (role === 'goal')
      return told.test(said) ? [] : [planned.test(said) && !underway.test(said) ? 'goal' : 'approx'];
    if (role === 'scope') return [cityOnly.test(said) ? 'scope' : 'approx'];
    return role === 'compare' && !lastYear.test(said) ? [] : [role];
  });
}

/** Remembers what stands before a colon, or on a line of its own, if that is no figure's name. */
export function readHead(state: ProgressState, { mark, at }: Token & { kind: 'break' }): void {
  const { clause, text } = state;
  if (clause.numbered || clause.named) return;
  const said = text.slice(clause.from, at);
  const head = comparing.test(said) ? [] : headOf(clause.roles, said);
  if (mark !== ':' && head.length === 0 && (reached.test(said) || told.test(said))) state.head = [];
  const note = bracketed.exec(text.slice(0, at))?.[1] ?? '';
  if (mark === ':' && isUnsure(note)) head.push('approx');
  if (mark === ':') clause.roles = [...clause.roles.filter((role) => !weighty.has(role)), ...head];
  if (mark === ':' || (mark === '\n' && head.length > 0 && clause.pieces === '')) state.head = head;
}

/** 截至10月，…; 我们…: begins what is no longer of the list. */
const begins = /^\s*(?:截[至止]|目前|我|本|咱|实际|现|已|(?:1-)?\d{1,2}月|[一二三四]季度)/u;

/** Behind a full stop it is open whether the head still counts: what follows is asked about, or free of it. */
export function loosenHead(state: ProgressState, { at }: Token & { kind: 'break' }): void {
  if (state.head.length > 0) state.head = begins.test(state.text.slice(at + 1)) ? [] : ['approx'];
}

/** The speaker's own figures, or a unit's, are no longer the city's. */
export function leaveScope(state: ProgressState): void {
  state.head = state.head.filter((role) => role !== 'scope');
}

/** What the head says of a figure that ends at `at`; one that was reached ends a list of targets. */
export function headRoles(state: ProgressState, at: number): readonly WordRole[] {
  const { clause, head, text } = state;
  const said = text.slice(clause.from, at);
  if (head.includes('goal') && !clause.roles.includes('goal')) {
    if (reached.test(said)) state.head = [];
    else if (perhaps.test(said)) return ['approx'];
  }
  return state.head;
}
