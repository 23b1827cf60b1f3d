import { decimalSchema } from '../../domain/assessment/records/decimal.ts';
import type { RuleVersion } from '../../domain/assessment/records/rule-version.ts';
import type { Track } from '../../domain/assessment/records/track.ts';
import type { Period } from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import { divide, rational, toDecimal } from '../../shared/rational.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { seenMark } from '../seen-mark.ts';
import { changeRules } from './change-rules.ts';
import { startMonths } from './see-targets.ts';

/** Which track of which year. */
export interface TrackOf {
  readonly id: string;
  readonly year: number;
}

async function trackOf(tx: ReadTx, { id, year }: TrackOf): Promise<{ track: Track; others: Track[] }> {
  const tracks = (await tx.all('tracks')).filter((track) => track.year === year);
  const track = tracks.find((each) => each.id === id);
  if (!track) throw errors.notFound('这个赛道', '请发送 /目标 重新打开。');
  return { track, others: tracks.filter((each) => each.id !== id) };
}

/** A track as the form edits it, with the units that could join it from the others. */
export async function seeTrack(tx: ReadTx, of: TrackOf) {
  const { track, others } = await trackOf(tx, of);
  const units = new Map((await tx.all('units')).map(({ id, short_name }) => [id, short_name]));
  const named = (id: string) => ({ value: id, text: units.get(id) ?? id });
  return {
    ...of,
    seen: seenMark(track),
    name: track.name,
    description: track.description,
    bonusCap: track.bonus_cap,
    style: track.place_style,
    firstQuota: track.first_quota,
    secondQuota: track.second_quota,
    units: track.units.map(named),
    joinable: others.flatMap(({ name, units: ids }) =>
      ids.map((id) => ({ value: id, text: `${named(id).text}（${name}）` })),
    ),
    starts: await startMonths(tx, of.year),
  };
}

/** What was typed about a track; quotas in percent. */
export interface TypedTrack {
  readonly bonusCap: string;
  readonly style: Track['place_style'];
  readonly firstQuota: string;
  readonly secondQuota: string;
  /** A unit that moves here from its own track. */
  readonly joins?: string | undefined;
  readonly why: string;
  readonly from?: Period | undefined;
}

function numberOf(typed: string, name: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s%]/g, '');
  if (!decimalSchema.safeParse(bare).success) throw errors.badInput(`${name}请只填数字。没有保存任何内容。`);
  return bare;
}

function shareOf(typed: string, name: string): string {
  return toDecimal(divide(rational(numberOf(typed, name)), rational(100n)), 20);
}

/** Puts an edited track in force as a new rule version; undefined when nothing was changed. Throws `bad_input` where it is refused. */
export async function changeTrack(
  tx: WriteTx,
  { typed, seen, by, now, ...of }: TrackOf & { typed: TypedTrack; seen: string; by: string; now: Instant },
): Promise<RuleVersion | undefined> {
  const { track, others } = await trackOf(tx, of);
  if (seenMark(track) !== seen)
    throw errors.conflict('这个赛道的规则在您打开之后被改过，没有保存。请点“返回目标”，重新打开再改。');
  const { joins, why, from } = typed;
  const home = joins === undefined ? undefined : others.find(({ units }) => units.includes(joins));
  if (joins !== undefined && !home)
    throw errors.badInput('要调入的单位不在别的赛道里，请重选。没有保存任何内容。');
  const left = home ? [{ ...home, units: home.units.filter((unit) => unit !== joins) }] : [];
  const edited: Track = {
    ...track,
    bonus_cap: toDecimal(rational(numberOf(typed.bonusCap, '加分上限')), 20),
    place_style: typed.style,
    first_quota: shareOf(typed.firstQuota, '第一等次比例'),
    second_quota: shareOf(typed.secondQuota, '第二等次比例'),
    units: joins === undefined ? track.units : [...track.units, joins],
  };
  const before = [track.first_quota, track.second_quota].map((share) => toDecimal(rational(share), 20));
  // 0.30 and 0.3 say the same: what was not changed stays as it was written.
  if (edited.first_quota === before[0]) edited.first_quota = track.first_quota;
  if (edited.second_quota === before[1]) edited.second_quota = track.second_quota;
  return changeRules(tx, { changes: { tracks: { put: [edited, ...left] } }, by, why, from, now });
}
