import { add, compare, one, rational, zero } from '../../../shared/rational.ts';
import type { Track } from '../records/track.ts';

/**
 * Why the tracks of a year are refused, one Chinese sentence a reason: a cap or quota below 0, quotas of more than the whole, no unit or
 * an unknown one, a unit in two tracks or twice in one.
 */
export function trackProblems(tracks: readonly Track[], units: ReadonlySet<string>): readonly string[] {
  const home = new Map<string, string>();
  return tracks.flatMap((track) => [
    ...ownProblems(track),
    ...track.units.flatMap((unit) => {
      const key = `${track.year}|${unit}`;
      const other = home.get(key);
      home.set(key, track.name);
      if (other !== undefined) return [`单位${unit}同时在“${other}”和“${track.name}”里，只能在一个赛道。`];
      return units.has(unit) ? [] : [`赛道“${track.name}”里的单位${unit}不在单位名册里。`];
    }),
  ]);
}

function ownProblems({ name, bonus_cap, first_quota, second_quota, units }: Track): readonly string[] {
  const [first, second] = [rational(first_quota), rational(second_quota)];
  const below = [rational(bonus_cap), first, second].some((value) => compare(value, zero) < 0);
  return [
    ...(units.length === 0 ? [`赛道“${name}”没有单位。`] : []),
    ...(below ? [`赛道“${name}”的加分上限和等次比例不能小于0。`] : []),
    ...(compare(add(first, second), one) > 0 ? [`赛道“${name}”的等次比例合计超过100%。`] : []),
  ];
}
