import { loadCalendar } from '#src/config/load-calendar.ts';
import { buildVocabulary, type Understanding, understand } from '#src/domain/language/understand.ts';
import { dataset } from '#src/seed/dataset.ts';

const folder = 'data/demo';
const records = {
  indicators: dataset.indicators(folder),
  units: dataset.units(folder),
  assignments: dataset.assignments(folder),
  taskForces: dataset.taskForces(folder),
  cadres: dataset.cadres(folder),
};

export const vocabulary = buildVocabulary(records);
export const calendar = loadCalendar([folder], [2026]);
export const indicators = records.indicators;

/** The units of a demonstration cadre, main post first. */
export function unitsOf(sender: string): string[] {
  const posts = records.cadres.find(({ id }) => id === sender)?.posts ?? [];
  return posts.flatMap(({ unit }) => unit ?? []);
}

/** What someone of a unit says, understood; now is any day of 2026 or 2027. */
export function hear(text: string, unit: string, day = '2026-11-03'): Understanding {
  return understand({ text, now: `${day}T09:12:00+08:00`, units: [unit], calendar, vocabulary });
}

/** The understanding in one line: `XM-01 2026-10 12.35`, `?no_period XM-01`, `-question`. */
export function brief(understanding: Understanding): string {
  if (understanding.kind === 'not_progress') return `-${understanding.class}`;
  const items = understanding.items.map(({ indicator, unit, period, value }) =>
    [indicator, unit, period, value].filter((part) => part !== null).join(' '),
  );
  const asks = understanding.kind === 'ask' ? understanding.asks : [];
  const asked = asks.map(({ reason, indicator, candidates }) => {
    const guesses = reason === 'ambiguous_indicator' || reason === 'ambiguous_unit' ? candidates : [];
    return [`?${reason}`, indicator ?? guesses?.join('/') ?? ''].join(' ').trim();
  });
  return [...items, ...asked].sort().join('; ');
}
