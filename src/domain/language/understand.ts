import type { Instant } from '../../shared/time.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { foldText } from './fold-text.ts';
import { classBefore, classOf } from './not-progress.ts';
import { readMessage } from './read-message.ts';
import type { Reading } from './reading.ts';
import { type Circumstances, type NamedReading, nameReading, type Outcome, settle } from './settle.ts';
import { tokenize } from './tokenize.ts';
import type { ProgressAsk, ProgressItem, Understanding } from './understanding.ts';
import type { Vocabulary } from './vocabulary.ts';
import { mergeSame, weighReadings } from './weigh-readings.ts';

export type { AskReason, Understanding } from './understanding.ts';
export { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** Amounts the message states itself, so that a growth said after one is a second value. */
function amountsOf(readings: readonly Reading[], at: Circumstances): Set<string> {
  const stated = readings.filter(({ role }) => role === 'value' || role === 'own' || role === 'vague');
  const named = stated.map((reading) => nameReading(reading, at, new Set()));
  return new Set(named.flatMap((one) => ('code' in one ? [one.code] : [])));
}

function outcomesOf(readings: readonly Reading[], at: Circumstances): Outcome[] {
  const amounts = amountsOf(readings, at);
  const named = readings.map((reading) => nameReading(reading, at, amounts));
  const settled = named.filter((one): one is NamedReading => 'code' in one);
  const kept = new Set(weighReadings(settled));
  return named.map((one): Outcome => {
    if (!('code' in one)) return one;
    return kept.has(one) ? settle(one, at) : { kind: 'silent', indicator: one.code };
  });
}

/** A guess is offered only where nothing else of the message is of that indicator: one tap must mean one figure. */
function soleGuesses(asks: readonly ProgressAsk[], items: readonly ProgressItem[]): ProgressAsk[] {
  const said = [...items, ...asks].map(({ indicator }) => indicator);
  const guesses = asks.filter(({ reason, candidates }) => reason === 'unknown_indicator' && candidates);
  return asks.map((ask) => {
    if (!guesses.includes(ask)) return ask;
    const { candidates, ...rest } = ask;
    const sole = guesses.length === 1 && !candidates?.some((code) => said.includes(code));
    return sole ? ask : rest;
  });
}

/** Reads a message as progress of the sender's units (main post first). Never throws. */
export function understand(input: {
  text: string;
  now: Instant;
  units: readonly string[];
  calendar: WorkCalendar;
  vocabulary: Vocabulary;
  /** The indicator that the sender chose where the message fits several. */
  chosen?: string;
}): Understanding {
  const { now, vocabulary } = input;
  const text = foldText(input.text);
  const tokens = tokenize(text, now, vocabulary);
  const early = classBefore(text, tokens);
  const figures = tokens.some(({ kind }) => kind === 'number');
  if (early) return { kind: 'not_progress', class: early, figures };
  const outcomes = mergeSame(outcomesOf(readMessage(tokens, { text, now, vocabulary }), input));
  const items = outcomes.flatMap((one) => (one.kind === 'item' ? [one.item] : []));
  const asks = outcomes.flatMap((one) => (one.kind === 'ask' ? [one.ask] : []));
  if (asks.length > 0) return { kind: 'ask', asks: soleGuesses(asks, items), items };
  if (items.length > 0) return { kind: 'progress', items };
  return { kind: 'not_progress', class: classOf(text, tokens), figures };
}
