import type { Token } from '../tokens/token.ts';
import { leaveScope } from './list-head.ts';
import type { ProgressState } from './progress-state.ts';
import { namesElsewhere } from './unit-doubt.ts';

type Kind<K extends Token['kind']> = Token & { kind: K };

/** Roles of words that may stand between the start of a figure and whose it is. */
const opening: ReadonlySet<string> = new Set(['filler', 'cumulative', 'own', 'self', 'and', 'approx']);

/** The speaker's own: 我街道, 本局, 咱们. */
const mine = /^[我本咱]/u;

/** Before 街道 or 区 it makes it another's or everybody's: 别的街道, 每个街道, 排第一的街道; not 我们的街道, 10月的街道. */
const others =
  /(?:每一?个?|各个?|别的?|某个?|其[他它余]的?|另外?一?个?|兄弟|隔壁|邻近|[你您他她它]们?|(?:第[一二三四五六七八九十\d]+|最[后前高低好差多少快慢])的)$/u;

/** 你那边 is another's place. */
const there = /^那[边儿]$/u;

/** Thanked or compared with, not reported for: 各街道大力支持, 和别的街道一样, 在各街道中排第一. */
const onlyMentioned = /^(?:的?(?:大力|积极)?(?:支持|配合|帮助|关心)|一样|相比|之?[中间])/u;

/** What follows is a part of the whole: 其中城投1.2亿, 其中：经开区85亿. */
const isPart = /其中[:,]? *(?:有|含|包括)? *$/u;

/** A comparison is drawn with what follows. */
export function isComparing({ clause }: ProgressState): boolean {
  return clause.roles.includes('compare');
}

/** Whether the speaker is of a department, which reports for others too. */
export function gathers({ sender, vocabulary }: ProgressState): boolean {
  return sender.some((id) => vocabulary.departments.has(id));
}

/** 财政, 统计, 教育: a department called without 局. */
export function isBare({ vocabulary }: ProgressState, { text, ids }: Kind<'unit'>): boolean {
  return text.length === 2 && ids.every((id) => vocabulary.departments.has(id));
}

/** At the head of a line or a clause that may only say what the figures are about. */
function isTopic(state: ProgressState, token: Kind<'unit'>): boolean {
  const { previous } = state;
  return (
    isBare(state, token) &&
    (previous === undefined || previous.kind === 'break' || previous.kind === 'period')
  );
}

/** A unit is named: the figures that follow are its. */
export function nameUnit(state: ProgressState, token: Kind<'unit'>, next: Token | undefined): void {
  if (isComparing(state) || state.clause.roles.includes('approx')) return;
  leaveScope(state);
  // Departments collect others' figures: they mean the unit that they name.
  const isOthers = !gathers(state) && !token.ids.some((id) => state.sender.includes(id));
  const isIn = isPart.test(state.text.slice(Math.max(0, token.at - 8), token.at));
  const opens = next?.kind === 'indicator' || (next?.kind === 'break' && next.level > 0);
  // 固投14.2亿，城投3.1亿: a part of the speaker's own figure.
  const isBetween = state.figures > 0 && state.units === undefined && !opens;
  if (isOthers && (isIn || isBetween)) state.part ??= { units: state.units };
  state.topic = isOthers && isTopic(state, token);
  state.units = token.ids;
  state.unitDoubt = '';
  state.lost = '';
  if (state.shadow === 'city') state.shadow = undefined;
  if (!state.unitList.some((ids) => ids.join() === token.ids.join())) state.unitList.push(token.ids);
}

/** Behind a part the whole is spoken of again. */
export function leavePart(state: ProgressState): void {
  if (!state.part) return;
  state.units = state.part.units;
  state.part = undefined;
}

/** The figures that follow are the speaker's own. */
export function nameOwn(state: ProgressState): void {
  leaveScope(state);
  state.units = undefined;
  state.unitDoubt = '';
  state.shadow = undefined;
}

/** Other streets than the speaker's, or the listener's, are spoken of: whose the figures are is unknown. */
export function namesOthers(state: ProgressState, word: Kind<'word'>): boolean {
  if (isComparing(state) || (word.role !== 'self' && !there.test(word.text))) return false;
  const { text } = state;
  const { at, length } = word;
  const before = text.slice(Math.max(0, at - 4), at);
  return !mine.test(word.text) && others.test(before) && !onlyMentioned.test(text.slice(at + length));
}

/** 全区 or 街道 speaks of the sender's unit where it opens a figure, not within a remark (列镇街第3位). */
export function opensOwn({ previous }: ProgressState, word: Kind<'word'>, next: Token | undefined): boolean {
  if (mine.test(word.text)) return true;
  const inRemark = previous?.kind === 'unit' || (previous?.kind === 'word' && !opening.has(previous.role));
  return !inRemark && next !== undefined && next.kind !== 'rest';
}

/** Whose the figures are is told by words that no unit is called. */
export function doubtOwner(state: ProgressState, words: string): void {
  state.units = undefined;
  state.unitDoubt = words;
}

/** Words that open a clause and say whose its figures are, though no unit is called so. */
export function doubtUnit(state: ProgressState): void {
  const { clause, previous, vocabulary } = state;
  const opens = previous === undefined || previous.kind === 'break' || previous.kind === 'period';
  const whole = previous?.kind === 'rest' && clause.pieces.startsWith(previous.text);
  if (clause.named || isComparing(state) || !(opens || whole) || !namesElsewhere(clause.pieces, vocabulary))
    return;
  doubtOwner(state, clause.pieces);
}

/** 固投10月14.2亿的是经开区. */
const isTheirs = /的[是为] *$/u;

/** The only unit of a message, said by itself after all values, is the unit of them all. */
export function giveTrailingUnit(state: ProgressState, tokens: readonly Token[]): void {
  const at = tokens.findIndex(({ kind }) => kind === 'unit');
  const unit = tokens[at];
  if (unit?.kind !== 'unit' || at < tokens.findLastIndex(({ kind }) => kind === 'number')) return;
  if (tokens.filter(({ kind }) => kind === 'unit').length > 1) return;
  if (state.readings.some(({ units }) => units !== undefined)) return;
  const told = isTheirs.test(state.text.slice(Math.max(0, unit.at - 4), unit.at));
  const alone = [tokens[at - 1], tokens[at + 1]].every(
    (token) => token === undefined || token.kind === 'break',
  );
  if (alone || told) for (const reading of state.readings) reading.units = unit.ids;
}
