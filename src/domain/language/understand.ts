import type { Instant } from '../../shared/time.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Vocabulary } from './names/vocabulary.ts';
import { readMessage } from './reading/read-message.ts';
import type { Reading } from './reading/reading.ts';
import { classBefore, classOf } from './settling/not-progress.ts';
import {
  type Circumstances,
  type NamedReading,
  nameReading,
  type Outcome,
  settle,
} from './settling/settle.ts';
import type { ProgressAsk, ProgressItem, Understanding } from './settling/understanding.ts';
import { mergeSame, weighReadings } from './settling/weigh-readings.ts';
import { foldText } from './text/fold-text.ts';
import { tokenize } from './tokens/tokenize.ts';

export { buildVocabulary, type Vocabulary } from './names/vocabulary.ts';
export type { AskReason, Understanding } from './settling/understanding.ts';

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
  const early = classBefore(text, tokens, input.units);
  const figures = tokens.some(({ kind }) => kind === 'number');
  if (early) return { kind: 'not_progress', class: early, figures };
  const outcomes = mergeSame(
    outcomesOf(readMessage(tokens, { text, now, sender: input.units, vocabulary }), input),
  );
  const items = outcomes.flatMap((one) => (one.kind === 'item' ? [one.item] : []));
  const asks = outcomes.flatMap((one) => (one.kind === 'ask' ? [one.ask] : []));
  if (asks.length > 0) return { kind: 'ask', asks: soleGuesses(asks, items), items };
  if (items.length > 0) return { kind: 'progress', items };
  return { kind: 'not_progress', class: classOf(text, tokens), figures };
}
