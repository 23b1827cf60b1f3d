import type { Token } from '../tokens/token.ts';
import { loosenHead, readHead } from './list-head.ts';
import { clauseAt, type ProgressState } from './progress-state.ts';
import { castByClause } from './shadow.ts';
import { leavePart } from './whose-figures.ts';

type Break = Token & { kind: 'break' };

/** (城投) or (10月) right after a number is about that number and those before it of the same name, and of nothing behind it. */
function closeBracket(state: ProgressState): void {
  const { bracket, readings } = state;
  if (bracket?.afterNumber) {
    const naming = readings.at(-1)?.naming;
    const before = bracket.readings === readings.length ? readings : [];
    for (const reading of before.filter((one) => one.naming === naming)) {
      if (state.units !== bracket.units) reading.units ??= state.units;
      if (state.period !== bracket.period) reading.period = state.period;
    }
    state.units = bracket.units;
    if (bracket.period) state.period = bracket.period;
  }
  state.bracket = undefined;
}

function openBracket(state: ProgressState): void {
  const { units, period, readings, previous } = state;
  state.bracket = { units, period, readings: readings.length, afterNumber: previous?.kind === 'number' };
}

const event = /开工|启动|入库|投产|竣工|开业|召开|举办|举行|印发|发布会|招聘会|台风|影响/u;

/** 桥梁项目11月开工, 计划11月入库2个项目: when something happened is no period of the figures behind it. */
function leaveEvent(state: ProgressState, at: number): void {
  const { clause, text } = state;
  if (clause.named || state.period === clause.periodBefore || !event.test(text.slice(clause.from, at)))
    return;
  if (state.firstPeriod === state.period) state.firstPeriod = clause.periodBefore;
  state.period = clause.periodBefore;
}

/** A mark ends what was said of the figures before it, wholly or in part. */
export function onBreak(state: ProgressState, token: Break, next: Token | undefined): void {
  if (token.level === 0) return;
  const { clause } = state;
  readHead(state, token);
  if (!clause.numbered && state.period !== clause.periodBefore)
    state.periodAhead = /\d/.test(state.text.slice(clause.from, token.at));
  if (token.mark === '。') loosenHead(state, token);
  if (token.level === 1) {
    if (!clause.named) state.shadow = undefined;
    clause.strange = '';
    // 固投前三：经开区85.2亿: no figure behind the colon is a place.
    clause.roles = clause.roles.filter((role) => role !== 'place');
    return;
  }
  if (token.mark === '(') openBracket(state);
  if (token.mark === ')') closeBracket(state);
  if (token.mark === ',') castByClause(state, token.at);
  leaveEvent(state, token.at);
  const bracketed = token.mark === '(' || token.mark === ')';
  const joined = token.mark === '、' && !clause.numbered;
  if (!joined && (token.level === 3 || next?.kind !== 'unit')) leavePart(state);
  state.clause =
    bracketed || joined
      ? { ...clause, strange: '' }
      : clauseAt(token.at + token.length, state.period, clause);
  if (token.level === 3 || (!bracketed && !joined)) {
    state.namings = [];
    state.unitList = [];
  }
  if (token.level === 3) {
    state.turn = undefined;
    state.shadow = undefined;
    state.figures = 0;
  }
}
