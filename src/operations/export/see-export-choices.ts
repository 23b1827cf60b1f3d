import { isOfIndicatorsOffice } from '../../authorize/may-read-value.ts';
import { maySeeWorking, privateSight } from '../../authorize/ranking-sight.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import { neighbourPeriods } from '../periods/neighbour-periods.ts';
import { tracksIn } from '../ranking/ranking-lists.ts';
import { aloneWith } from './exporting.ts';

interface Choosing {
  readonly actor: Actor;
  readonly period: Period;
  readonly now: Instant;
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

function seesAll(actor: Actor): boolean {
  return privateSight(actor).kind === 'all';
}

/** Indicators of which the person may see values: their units', and their task force's. */
function ownIndicators(book: Book, { actor, period }: Choosing) {
  const units = unitsOf(actor);
  const year = yearOf(period);
  const own = new Set(units.flatMap((unit) => book.assignmentsOf(unit, year).map((each) => each.indicator)));
  const fits = (code: string) => own.has(code) || isOfIndicatorsOffice(book, actor, code);
  return book.input.indicators.filter(({ code }) => fits(code)).map(({ code, name }) => ({ id: code, name }));
}

/** What the person may export of a period, for the card. */
export function seeExportChoices(book: Book, choosing: Choosing) {
  const { actor, period, now } = choosing;
  const all = seesAll(actor);
  const year = yearOf(period);
  const tracks = tracksIn(book, period);
  const units = unitsOf(actor).filter((unit) => book.trackOfUnit(unit, year));
  const ownTracks = book.tracksOf(year).filter((track) => units.some((unit) => track.units.includes(unit)));
  return {
    period,
    ...neighbourPeriods(book, period, now),
    tracks,
    taskForces: all ? book.input.taskForces.map(named) : [],
    indicators: all ? [] : ownIndicators(book, choosing),
    unitTracks: all ? tracks : [],
    units: units.map((unit) => ({ id: unit, name: book.unit(unit).short_name })),
    ruleTracks: all ? tracks : ownTracks.map(named),
    problems: actor.roles.includes('enterprise_desk') || units.length > 0,
  };
}

/** The indicators of a task force, or the units of a track, of which the person may export something; undefined when there is no such task force or track. */
export function seeExportList(
  book: Book,
  { list, of, ...choosing }: Choosing & { list: 'values' | 'unit'; of: string },
) {
  const { actor, period } = choosing;
  if (list === 'unit') {
    const track = book.tracksOf(yearOf(period)).find(({ id }) => id === of);
    const units = track?.units.filter((unit) => maySeeWorking(unit, actor, aloneWith(actor)));
    return (
      track && {
        of: track.name,
        options: (units ?? []).map((unit) => ({ id: unit, name: book.unit(unit).short_name })),
      }
    );
  }
  const force = book.input.taskForces.find(({ id }) => id === of);
  if (!force) return undefined;
  const codes = force.indicators;
  const options = seesAll(actor)
    ? codes.map((code) => ({ id: code, name: book.indicator(code).name }))
    : ownIndicators(book, choosing).filter(({ id }) => codes.includes(id));
  return { of: force.name, options };
}
