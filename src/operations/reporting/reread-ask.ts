import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { understand, type Vocabulary } from '../../domain/language/understand.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import type { Doc } from '../../store/collections.ts';

type Draft = Doc<'drafts'>;
type Ask = Draft['asks'][number];

/** What the message meant to say with, read again when a person has chosen the indicator. */
export interface Rereading {
  readonly actor: Actor;
  readonly calendar: WorkCalendar;
  readonly vocabulary: Vocabulary;
}

/** The question with everything that the message says once its indicator is the chosen one: period, value, unit, or what else must be asked. */
export function rereadAsk(
  { actor, calendar, vocabulary }: Rereading,
  draft: Draft,
  chosen: string,
): Ask | undefined {
  if (draft.said === null) return undefined;
  const again = understand({
    text: draft.said,
    now: draft.created_at,
    units: unitsOf(actor),
    calendar,
    vocabulary,
    chosen,
  });
  if (again.kind === 'not_progress') return undefined;
  const empty = { text: '', reason: 'answered', candidates: [] };
  const item = again.items.find(({ indicator }) => indicator === chosen);
  if (item) return { ...empty, ...item };
  const ask = again.kind === 'ask' ? again.asks.find(({ indicator }) => indicator === chosen) : undefined;
  return (
    ask && {
      ...empty,
      ...{ text: ask.text, reason: ask.reason, candidates: ask.candidates ?? [], indicator: chosen },
      ...{ unit: ask.unit ?? null, period: ask.period ?? null, value: ask.value ?? null },
    }
  );
}
