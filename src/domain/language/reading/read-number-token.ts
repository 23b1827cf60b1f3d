import { compare } from '../../../shared/rational.ts';
import { longestAt } from '../names/name-tree.ts';
import type { SaidPeriod } from '../periods/said-period.ts';
import type { WordRole } from '../text/words.ts';
import type { Naming, Token } from '../tokens/token.ts';
import { isDoubtedBehind, isFallenBehind, isHeldBack } from './doubt-of.ts';
import { headRoles } from './list-head.ts';
import type { ProgressState } from './progress-state.ts';
import type { Reading, ReadingRole } from './reading.ts';
import { roleOf } from './role-of.ts';
import { castShadow, isShadowed } from './shadow.ts';

interface NumberToken {
  readonly token: Token & { kind: 'number' };
  readonly following: readonly Token[];
}

/** The token right after a number, past 的. */
function nextOf(following: readonly Token[]): Token | undefined {
  return following.find((token) => !(token.kind === 'word' && token.text === '的'));
}

/** 12.35亿固投: the name may follow when none stood before. */
function namingOf(state: ProgressState, following: readonly Token[]): Naming | undefined {
  const { clause, turn, readings, naming } = state;
  if (turn && turn.namings.length > 0) return turn.namings[readings.length - turn.first];
  if (clause.named) return naming;
  const next = nextOf(following);
  return next?.kind === 'indicator' ? next.naming : naming;
}

/** Words beside the number that make it another thing's: before it, or behind it where no name stood before. */
function strangeOf(state: ProgressState, following: readonly Token[]): string | undefined {
  const { clause } = state;
  if (state.unitDoubt) return state.unitDoubt;
  const unlisted = state.turn?.unknown[state.readings.length - state.turn.first];
  if (unlisted) return unlisted;
  if (clause.strange) return clause.strange;
  if (clause.named) return undefined;
  const next = nextOf(following);
  if (next?.kind === 'rest') return next.text;
  return next?.kind === 'word' && next.role === 'modifier' ? next.text : undefined;
}

/** 今年 with 累计 only says that the year to date is meant. */
function periodOf(state: ProgressState): SaidPeriod | undefined {
  const { period, clause, now } = state;
  const framing = period?.bareYear && period.year === Number(now.slice(0, 4));
  return framing && clause.roles.includes('cumulative') ? undefined : period;
}

/** 合计 after values of several units is their sum, nobody's value; otherwise the year to date. */
function totalRole({ readings, units }: ProgressState): WordRole {
  return units !== undefined && readings.length > 0 ? 'scope' : 'cumulative';
}

function rolesOf(state: ProgressState, at: number): WordRole[] {
  const { clause, turn, ownPeriod } = state;
  const shadow: WordRole[] = isShadowed(state, at) ? ['approx'] : [];
  const said = [...headRoles(state, at), ...shadow, ...clause.roles, ...(turn?.roles ?? [])];
  const roles = said.map((role) => (role === 'total' ? totalRole(state) : role));
  return ownPeriod && !roles.includes('cumulative') ? [...roles, 'own'] : roles;
}

/** Below a subject that is also a department's name (财政：…) figures are the speaker's own where the speaker's unit has the indicator. */
function unitsOf({ topic, part, units, sender, vocabulary }: ProgressState, codes: readonly string[]) {
  const isOwn = codes.some((code) => sender.some((unit) => vocabulary.assigned.get(unit)?.has(code)));
  return topic && !part && isOwn ? undefined : units;
}

/** Names joined without 分别 leave open whose value it is. */
function isShared({ turn, namings, unitList }: ProgressState): boolean {
  return turn === undefined && (namings.length > 1 || unitList.length > 1);
}

function endClause(state: ProgressState): void {
  state.namings = [];
  state.unitList = [];
  state.clause = { ...state.clause, roles: [], strange: '', pieces: '', numbered: true };
}

/** Joins a name that a period stood in the middle of: 专项债10月支出进度, 企业诉求10月满意率. */
function joinPieces(state: ProgressState): void {
  const { clause, vocabulary } = state;
  if (clause.pieces === state.naming?.text || clause.pieces === '') return;
  const whole = longestAt(vocabulary.tree, clause.pieces, 0);
  if (whole?.length !== clause.pieces.length || whole.value.indicators.length === 0) return;
  state.naming = { codes: whole.value.indicators, stems: [], text: clause.pieces };
  state.namings = [state.naming];
  clause.named = true;
  clause.strange = '';
  clause.roles = clause.roles.filter((role) => role !== 'share' && role !== 'rate');
}

/** 走访112家企业, 引进318名人才: the name stands around the number. */
function joinAround(state: ProgressState, end: number): void {
  const { clause, vocabulary, text } = state;
  if (clause.named || clause.pieces === '') return;
  const whole = longestAt(vocabulary.tree, clause.pieces + text.slice(end, end + 20), 0);
  if (!whole || whole.length <= clause.pieces.length || whole.value.indicators.length === 0) return;
  state.naming = { codes: whole.value.indicators, stems: [], text: clause.pieces };
  clause.named = true;
  clause.strange = '';
  clause.roles = clause.roles.filter((role) => role !== 'added');
}

/** A number right after one without a measure: a figure torn apart by a space (1 186 500, 412. 6). */
function isTorn({ clause, text }: ProgressState, at: number): boolean {
  return clause.openEnd !== undefined && /^[\s.]*$/.test(text.slice(clause.openEnd, at));
}

/** Less than what was reached in an earlier month (9月累计12.9亿，10月1.3亿): not the year to date. */
function isBelowTotal(
  { readings, period }: ProgressState,
  { naming, quantity }: Pick<Reading, 'naming' | 'quantity'>,
): boolean {
  return readings.some(
    (before) =>
      before.words.has('cumulative') &&
      before.naming === naming &&
      before.period !== period &&
      before.quantity.measure?.dimension !== 'percent' &&
      compare(quantity.value, before.quantity.value) < 0,
  );
}

/** A share or a rate of satisfaction falls without ever being below nought. */
function mayBeNegative({ naming, vocabulary }: ProgressState): boolean {
  const codes = [...(naming?.codes ?? []), ...(naming?.stems ?? [])];
  return codes.some((code) => vocabulary.indicators.get(code)?.min.startsWith('-'));
}

/** A figure with the sign or a doubt behind it, or with a letter in it (2l个). */
function isDoubted(state: ProgressState, role: ReadingRole, { token }: NumberToken): boolean {
  const { text, clause } = state;
  if (role !== 'value' && role !== 'growth' && role !== 'own') return false;
  const { quantity, at, length } = token;
  const end = at + length;
  const isRate = !quantity.signed && quantity.measure?.dimension === 'percent' && mayBeNegative(state);
  const signSaid = clause.roles.includes('fall');
  if (isRate && !signSaid && (isFallenBehind(text, end) || (clause.afterFall && !clause.named))) return true;
  if (isHeldBack(text.slice(0, at))) return true;
  return isDoubtedBehind(text, end) || (quantity.measure === undefined && /^[lo]/.test(text.slice(end)));
}

const claims: ReadonlySet<ReadingRole> = new Set(['value', 'own', 'vague', 'growth']);

/** A number without a name after one of an unknown thing is of that thing; its growth says nothing more. */
function inheritLost(
  state: ProgressState,
  following: readonly Token[],
  said: { strange: string | undefined; role: ReadingRole },
): { strange: string | undefined; role: ReadingRole } {
  const { clause, turn, lost, unitDoubt } = state;
  if (said.strange) {
    if (unitDoubt === '' && (claims.has(said.role) || clause.roles.includes('added')))
      state.lost = said.strange;
    return said;
  }
  const named = clause.named || (turn?.namings.length ?? 0) > 0 || nextOf(following)?.kind === 'indicator';
  if (named || lost === '') return said;
  return { strange: lost, role: said.role === 'growth' || said.role === 'share' ? 'remark' : said.role };
}

/** Adds the reading of a number to the state. */
export function readNumberToken(state: ProgressState, number: NumberToken): void {
  const { token, following } = number;
  joinPieces(state);
  joinAround(state, token.at + token.length);
  const { quantity } = token;
  const { clause, text, turn, readings } = state;
  const naming = namingOf(state, following);
  const codes = [...(naming?.codes ?? []), ...(naming?.stems ?? [])];
  const names = codes.flatMap((code) => state.vocabulary.namesOf.get(code) ?? []);
  const roles = rolesOf(state, token.at);
  const fragment = text.slice(clause.from, token.at + token.length).trim();
  const own = text.slice(token.at, token.at + token.length);
  const after = text.slice(token.at + token.length, token.at + token.length + 12);
  const ofAmount = codes.some((code) => state.vocabulary.indicators.get(code)?.measure !== '%');
  const lead = { roles, names, ofAmount, after, text: /^[-+]/.test(own) ? own : fragment };
  const said = { strange: strangeOf(state, following), role: roleOf(lead, quantity) };
  const { strange, role } = inheritLost(state, following, said);
  const shared = isShared(state) && role === 'value';
  const isOpen = shared || isTorn(state, token.at) || turn?.isOpen || state.part;
  const isLess =
    role === 'value' && !roles.includes('cumulative') && isBelowTotal(state, { naming, quantity });
  const reading: Reading = {
    role: isOpen || isLess || isDoubted(state, role, number) ? 'vague' : role,
    at: token.at,
    shadowed: state.shadow !== undefined,
    quantity,
    measure: state.measure ?? state.headMeasure,
    words: new Set(roles),
    naming: strange && !clause.named ? undefined : naming,
    strange,
    units: turn && turn.units.length > 0 ? turn.units[readings.length - turn.first] : unitsOf(state, codes),
    period: periodOf(state),
    text: fragment,
  };
  if (shared) for (const other of state.namings.slice(0, -1)) readings.push({ ...reading, naming: other });
  readings.push(reading);
  castShadow(state, reading, token.at);
  endClause(state);
  state.clause.openEnd = quantity.measure || quantity.scaled ? undefined : token.at + token.length;
}
