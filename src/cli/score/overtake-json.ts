import { type OvertakeOption, overtake } from '../../domain/assessment/roadmap/overtake.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { decimal } from './track-json.ts';

function optionJson(option: OvertakeOption) {
  return {
    indicator: option.indicator.code,
    name: option.indicator.name,
    period: option.q,
    value: option.value,
    needed: option.needed,
    steps: Number(option.steps),
    gain: decimal(option.gain, 20),
    annual_target: option.assignment.annual_target,
    gain_per_target: decimal(option.cost, 6),
    score_after: option.scoreAfter,
    place_after: option.placeAfter,
    ahead_after: option.aheadAfter,
  };
}

/** `--overtake`: every indicator in which the unit alone passes the next better place, the smallest gain ÷ annual target first. */
export function overtakeJson(book: Book, asked: When & { readonly unit: string }) {
  const { race, options } = overtake(book, asked);
  const { own, ahead, table } = race;
  return {
    unit: own.unit.id,
    track: table.track.id,
    score: own.score,
    place: own.place,
    ahead: ahead.map(({ unit, score, place }) => ({ unit: unit.id, score, place })),
    options: options.map(optionJson),
  };
}
