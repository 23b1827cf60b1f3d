import type { Vocabulary } from '../names/vocabulary.ts';
import type { SaidPeriod } from '../periods/said-period.ts';
import type { Token } from '../tokens/token.ts';
import { withoutAsides } from './aside-units.ts';
import { weighty } from './list-head.ts';
import { onBreak } from './on-break.ts';
import { clauseAt, type ProgressState } from './progress-state.ts';
import { readNumberToken } from './read-number-token.ts';
import type { Reading } from './reading.ts';
import { leaveShadow } from './shadow.ts';
import { passOver, takeBack } from './take-back.ts';
import { startTurn } from './turn.ts';
import {
  doubtOwner,
  doubtUnit,
  gathers,
  giveTrailingUnit,
  isBare,
  isComparing,
  nameOwn,
  namesOthers,
  nameUnit,
  opensOwn,
} from './whose-figures.ts';

type Kind<K extends Token['kind']> = Token & { kind: K };

/** Letters that only glue words together. */
const harmless = /^[的地之在于以里内中上下个等各为了到所由请是嗯呐哟喔亲和与及]+$/;

/** A word beside a name is explained when the names of the indicator contain its letters. */
function isExplained(state: ProgressState, text: string): boolean {
  if (harmless.test(text)) return true;
  const codes = [...(state.naming?.codes ?? []), ...(state.naming?.stems ?? [])];
  const letters = codes.flatMap((code) => state.vocabulary.namesOf.get(code) ?? []).join('');
  return letters !== '' && [...text].every((char) => letters.includes(char) || char === '的');
}

/** The piece right before, when nothing stands between and it changes what a name means. */
function gluedBefore({ previous }: ProgressState): string {
  if (previous?.kind === 'rest') return previous.text;
  return previous?.kind === 'word' && (previous.role === 'modifier' || previous.role === 'added')
    ? previous.text
    : '';
}

function onIndicator(state: ProgressState, token: Kind<'indicator'>): void {
  const before = gluedBefore(state);
  state.clause.pieces += token.naming.text;
  state.naming = token.naming;
  state.lost = '';
  state.measure = undefined;
  state.turn = undefined;
  state.clause.led ||= state.clause.roles.some((role) => weighty.has(role));
  state.clause.named = true;
  state.clause.strange = before && !isExplained(state, before) ? before + token.naming.text : '';
  const twice = state.namings.some(({ codes }) => codes.join() === token.naming.codes.join());
  if (!twice) state.namings.push(token.naming);
}

function inYear(said: SaidPeriod, year: number): SaidPeriod {
  const moved = {
    ...(said.period && { period: `${year}${said.period.slice(4)}` }),
    ...(said.end && { end: `${year}${said.end.slice(4)}` }),
  };
  return { ...moved, year, yearSaid: true, bareYear: false };
}

/** 10月：本月固投1.3亿: the month that was said. */
const thisOne = /^(?:本月|这个?月|本季度?)$/u;

function onPeriod(state: ProgressState, { said, at, length }: Kind<'period'>): void {
  if (isComparing(state)) return;
  const { clause, text } = state;
  const word = text.slice(at, at + length);
  const isSaid = word === '本月' && /\d月/.test(text.slice(0, at)) && !text.includes('上月');
  if (isSaid || (state.periodAhead && thisOne.test(word))) {
    clause.roles.push('own');
    return;
  }
  leaveShadow(state);
  const current = Number(state.now.slice(0, 4));
  if (said.bareYear) {
    clause.bareYear = said.year;
    if (said.year === current && state.period) return;
  }
  const meant = !said.yearSaid && clause.bareYear !== undefined ? inYear(said, clause.bareYear) : said;
  state.period = meant;
  state.ownPeriod = false;
  if (!(said.bareYear && said.year === current)) state.firstPeriod ??= meant;
}

/** 垃圾分类达标小区占比: a part of a name, or of what a name is a part of. */
const ofWhole = /^(?:占比?|比重|占比为)$/u;

const district = /^(?:全区|区里|区级|区本级)$/u;
const figures: ReadonlySet<string> = new Set(['indicator', 'period', 'number', 'break']);

function isDistrict(state: ProgressState, token: Kind<'word'>, next: Token | undefined): boolean {
  const opens = next !== undefined && figures.has(next.kind) && opensOwn(state, token, next);
  return opens && district.test(token.text) && !gathers(state);
}

function onWord(state: ProgressState, token: Kind<'word'>, next: Token | undefined): void {
  const { previous, clause } = state;
  const inWord = (token.role === 'self' || token.text === '公司') && previous?.kind === 'rest'; // 社 + 区
  const isPart = state.text.slice(clause.from, token.at).includes('其中');
  const inName =
    ofWhole.test(token.text) && !clause.numbered && !isPart && (clause.named || clause.strange !== '');
  if (inName) {
    clause.strange += token.text;
    return;
  }
  // 全区 is the district's figure, unless a department speaks.
  if (isDistrict(state, token, next)) clause.roles.push('approx');
  else if (namesOthers(state, token)) doubtOwner(state, token.text);
  else if (token.role === 'modifier' || inWord) onRest(state, token);
  else if (token.role === 'self' && !opensOwn(state, token, next)) return;
  else if (token.role === 'self' || (token.role === 'source' && previous?.kind === 'unit')) nameOwn(state);
  else onQualifier(state, token);
}

/** 按区里要求报送: no target. */
const byOrder = /(?:按照?|根据|依据|遵照|应)[^,]*$/u;

/** Words that say something of the number to come. */
function onQualifier(state: ProgressState, token: Kind<'word'>): void {
  const { clause } = state;
  if (token.text === '要求' && byOrder.test(state.text.slice(clause.from, token.at))) return;
  if (token.role === 'own' && !clause.numbered && !clause.named) state.ownPeriod = true;
  if (token.role === 'each') startTurn(state, token.at);
  if (token.role === 'share' || token.role === 'rate' || token.role === 'added') clause.pieces += token.text;
  clause.roles.push(token.role);
}

function onRest(state: ProgressState, token: Kind<'rest'> | Kind<'word'>): void {
  const { clause, previous } = state;
  clause.pieces += token.text;
  // 财政金融, 招商工作: what the figures are about.
  if (token.kind === 'rest' && previous?.kind === 'unit' && isBare(state, previous) && !clause.named)
    state.units = undefined;
  else if (previous?.kind === 'unit' && !harmless.test(token.text)) {
    doubtOwner(state, previous.text + token.text);
  } else if (token.kind === 'rest' || /^(?:街道|[镇区]|公司|集团)$/.test(token.text)) doubtUnit(state);
  if (previous?.kind === 'number' && clause.named) return;
  if (isExplained(state, token.text) && (clause.named || harmless.test(token.text))) return;
  clause.strange += token.text;
}

function step(state: ProgressState, tokens: readonly Token[], index: number): void {
  const token = tokens[index];
  if (!token) return;
  if (token.kind === 'break') onBreak(state, token, tokens[index + 1]);
  else if (token.kind === 'indicator') onIndicator(state, token);
  else if (token.kind === 'unit') nameUnit(state, token, tokens[index + 1]);
  else if (token.kind === 'period') onPeriod(state, token);
  else if (token.kind === 'word') onWord(state, token, tokens[index + 1]);
  else if (token.kind === 'rest') onRest(state, token);
  else if (token.kind === 'measure') {
    if (state.previous?.kind === 'indicator') state.measure = token.measure;
    else state.headMeasure = token.measure;
  } else {
    const known = state.readings.length;
    readNumberToken(state, { token, following: tokens.slice(index + 1, index + 4) });
    for (const reading of state.readings.slice(known)) reading.doubtful = state.unitDoubt !== '';
  }
  state.previous = token;
}

/** A value said before the only name of the message belongs to it. */
function giveOnlyName(readings: readonly Reading[], tokens: readonly Token[]): void {
  const namings = tokens.flatMap((token) => (token.kind === 'indicator' ? [token.naming] : []));
  const [first] = namings;
  if (!first || namings.some(({ codes }) => codes.join() !== first.codes.join())) return;
  for (const reading of readings) if (!reading.strange) reading.naming ??= first;
}

/** Reads every number of a message with its name, unit, period and role. */
export function readMessage(
  said: readonly Token[],
  known: { text: string; now: string; sender: readonly string[]; vocabulary: Vocabulary },
): Reading[] {
  const state: ProgressState = {
    ...known,
    readings: [],
    naming: undefined,
    units: undefined,
    topic: false,
    period: undefined,
    firstPeriod: undefined,
    periodAhead: false,
    ownPeriod: false,
    measure: undefined,
    headMeasure: undefined,
    unitDoubt: '',
    lost: '',
    namings: [],
    unitList: [],
    turn: undefined,
    bracket: undefined,
    part: undefined,
    head: [],
    shadow: undefined,
    figures: 0,
    clause: clauseAt(0, undefined),
    previous: undefined,
  };
  const tokens = withoutAsides(said, known);
  for (let index = 0; index < tokens.length; index += 1) step(state, tokens, index);
  giveTrailingUnit(state, tokens);
  giveOnlyName(state.readings, tokens);
  for (const reading of state.readings) reading.period ??= state.firstPeriod;
  return passOver(takeBack(state.readings, tokens, known.text));
}
