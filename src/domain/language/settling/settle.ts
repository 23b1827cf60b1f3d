import type { Instant } from '../../../shared/time.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { nameIndicator } from '../finding/name-indicator.ts';
import type { Vocabulary } from '../names/vocabulary.ts';
import { resolvePeriod } from '../periods/resolve-period.ts';
import type { Reading } from '../reading/reading.ts';
import { exactDecimal, settleValue } from './settle-value.ts';
import type { AskReason, ProgressAsk, ProgressItem } from './understanding.ts';

/** Who says it, when, and what the names mean. */
export interface Circumstances {
  readonly now: Instant;
  readonly units: readonly string[];
  readonly calendar: WorkCalendar;
  readonly vocabulary: Vocabulary;
  /** An indicator that a person has chosen where the message fits several. */
  readonly chosen?: string | undefined;
}

/** What became of one reading; `silent` ones only say something beside the values. */
export type Outcome =
  | { readonly kind: 'item'; readonly item: ProgressItem; readonly reading: Reading }
  | { readonly kind: 'ask'; readonly ask: ProgressAsk; readonly reading: Reading }
  | { readonly kind: 'silent'; readonly indicator: string | null };

/** A reading with its indicator. */
export interface NamedReading {
  readonly reading: Reading;
  readonly code: string;
}

const silentRoles: ReadonlySet<string> = new Set(['goal', 'remark']);

/** The units to look assignments up for: the one said, else the sender's. */
function unitsFor(reading: Reading, { units }: Circumstances): readonly string[] {
  return reading.units ?? units;
}

/** The rate a growth remark speaks of: the amount's growth indicator, or the rate itself. */
function growthTarget(code: string, vocabulary: Vocabulary): string | undefined {
  const indicator = vocabulary.indicators.get(code);
  return indicator?.kind === 'rate' ? code : vocabulary.growthOf.get(code);
}

function asking(reading: Reading, reason: AskReason, known: Partial<ProgressAsk> = {}): Outcome {
  const ask: ProgressAsk = { reason, indicator: null, ...known, text: reading.text };
  return { kind: 'ask', ask, reading };
}

/** An unknown name matters only where someone reports: with a period, a measure or 累计. */
function isReport(reading: Reading): boolean {
  const { quantity, period, words } = reading;
  if (reading.naming) return true;
  const measured = quantity.measure !== undefined || quantity.scaled;
  return (
    measured && (period !== undefined || words.has('cumulative') || words.has('rise') || words.has('rate'))
  );
}

/** A reading whose name fits no or several indicators. */
function unnamed(reading: Reading, candidates: string[]): Outcome {
  const counted = reading.words.has('added') && !reading.words.has('compare'); // 新增充电桩320个 is no change
  if (silentRoles.has(reading.role) || (reading.role === 'change' && !counted))
    return { kind: 'silent', indicator: null };
  const guessed = reading.strange !== undefined && reading.naming !== undefined;
  if (guessed && candidates.length > 0) return asking(reading, 'unknown_indicator', { candidates });
  if (candidates.length > 0) return asking(reading, 'ambiguous_indicator', { candidates });
  return isReport(reading) ? asking(reading, 'unknown_indicator') : { kind: 'silent', indicator: null };
}

/** Roles that give no value, with what to ask. */
const reasonOf: Partial<Record<Reading['role'], AskReason>> = {
  own: 'value_unclear',
  change: 'value_unclear',
  vague: 'value_unclear',
  share: 'ratio_of_target',
};

function isUnclearRole({ role }: Reading, cumulative: boolean): boolean {
  return role === 'own' ? cumulative : role in reasonOf;
}

/** Settles one reading of a known indicator. Order of reasons: unit, role, period, measure and range. */
export function settle({ reading, code }: NamedReading, at: Circumstances): Outcome {
  const indicator = at.vocabulary.indicators.get(code);
  if (!indicator || silentRoles.has(reading.role)) return { kind: 'silent', indicator: code };
  const said = reading.units;
  const when = resolvePeriod(reading.period, indicator.frequency, at);
  if (said && said.length > 1) {
    const value = settleValue(reading, indicator);
    const clear = { ...('period' in when && { period: when.period }), ...('value' in value && value) };
    return asking(reading, 'ambiguous_unit', { indicator: code, candidates: [...said], ...clear });
  }
  const unit = said?.[0] ?? null;
  const known = { indicator: code, unit, ...('period' in when && { period: when.period }) };
  if ('problem' in when && when.problem === 'past') return { kind: 'silent', indicator: code };
  const reason = reasonOf[reading.role];
  if (reason && isUnclearRole(reading, indicator.kind === 'cumulative'))
    return asking(reading, reason, known);
  const settled = settleValue(reading, indicator);
  if ('problem' in when) {
    const value = 'value' in settled ? settled : {};
    return asking(reading, when.problem === 'past' ? 'period_unclear' : when.problem, { ...known, ...value });
  }
  if ('problem' in settled) {
    const { problem, refused } = settled;
    const value = problem === 'measure_missing' ? exactDecimal(reading.quantity.value) : refused;
    return asking(reading, problem, { ...known, ...(value !== undefined && { value }) });
  }
  return { kind: 'item', item: { indicator: code, unit, period: when.period, ...settled }, reading };
}

function isChosen(
  candidates: readonly string[],
  at: Circumstances,
): at is Circumstances & { chosen: string } {
  return at.chosen !== undefined && candidates.includes(at.chosen);
}

/** The indicator of every reading; growth goes to the rate, and is a remark where the unit does not have it. */
export function nameReading(
  reading: Reading,
  at: Circumstances,
  amounts: ReadonlySet<string>,
): NamedReading | Outcome {
  const units = unitsFor(reading, at);
  const found = nameIndicator(reading, units, at.vocabulary);
  const named = 'candidates' in found && isChosen(found.candidates, at) ? { code: at.chosen } : found;
  if ('candidates' in named) return unnamed(reading, named.candidates);
  if (reading.role !== 'growth') return { reading, code: named.code };
  const target = growthTarget(named.code, at.vocabulary);
  const amountSaid = amounts.has(named.code);
  if (!target) return { reading: { ...reading, role: 'change' }, code: named.code };
  if (target === named.code || !amountSaid) return { reading, code: target };
  const has = units.slice(0, 1).some((unit) => at.vocabulary.assigned.get(unit)?.has(target));
  return has ? { reading, code: target } : { kind: 'silent', indicator: named.code };
}
