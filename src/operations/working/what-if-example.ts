import { workingSight } from '../../authorize/ranking-sight.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { scoreMoment } from '../../domain/assessment/scoring/score-moment.ts';
import { suppositionOf } from '../../domain/assessment/scoring/supposition-of.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { yearOf } from '../../domain/calendar/period.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { understand, type Vocabulary } from '../../domain/language/understand.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import { noUnit } from './no-unit.ts';

interface Asking {
  readonly now: Instant;
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  readonly calendar: WorkCalendar;
  readonly actor: Actor;
}

/** Where nothing of the unit's can be supposed yet. */
const anybodys = '/测算 固投 15亿';

/** The unit whose working the person may see that is nearest to them: their own, else the first of the first track. */
function nearestUnit({ book, actor }: Asking, year: number): string | undefined {
  const own = unitsOf(actor).find((unit) => book.trackOfUnit(unit, year) !== undefined);
  if (own !== undefined) return own;
  const all = workingSight(actor, { type: 'private', chatId: '' }) === 'all';
  return all ? book.tracksOf(year)[0]?.units[0] : undefined;
}

/** The annual target of one of the unit's indicators, in words that are certain to be understood and taken. */
function certainWords(asking: Asking, unit: string, year: number): string | undefined {
  const { book, vocabulary, calendar, now } = asking;
  const moment = scoreMoment(book, { period: lastEndedMonth(now), now });
  for (const { indicator, annual_target: value } of book.assignmentsOf(unit, year)) {
    const { name, aliases, measure } = book.indicator(indicator);
    const shortest = [name, ...aliases].toSorted((a, b) => a.length - b.length)[0] ?? name;
    const words = `${shortest} ${value}${measure}`;
    const understood = understand({ text: words, now, units: [unit], calendar, vocabulary });
    if (understood.kind === 'not_progress') continue;
    const [read, ...others] = [...understood.items, ...(understood.kind === 'ask' ? understood.asks : [])];
    const isMeant = read?.indicator === indicator && read.value === value && others.length === 0;
    if (isMeant && !('problem' in suppositionOf(book, { unit, indicator, value }, moment))) return words;
  }
  return undefined;
}

/** What to type for a what-if that works: of the person's own unit, or of one that they may see; undefined for who may see none. */
export function findWhatIfExample(asking: Asking): string | undefined {
  const { book, now, actor } = asking;
  const year = yearOf(lastEndedMonth(now));
  const unit = nearestUnit(asking, year);
  if (unit === undefined) return undefined;
  const words = certainWords(asking, unit, year);
  if (words === undefined) return anybodys;
  return unitsOf(actor).includes(unit) ? `/测算 ${words}` : `/测算 ${book.unit(unit).short_name} ${words}`;
}

/** The same for who asks for a what-if. Throws `not_allowed` for who may see no unit's working. */
export function whatIfExample(asking: Asking): string {
  const example = findWhatIfExample(asking);
  if (example === undefined) throw noUnit();
  return example;
}
