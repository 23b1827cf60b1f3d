import type { AdjustmentProposal } from '../../domain/assessment/records/adjustment-proposal.ts';
import type { ChangeNames } from '../../domain/assessment/rules/rule-change-words.ts';
import { sumAdjustments } from '../../domain/assessment/scoring/adjustments-in-force.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { add, compare, rational, toDecimal } from '../../shared/rational.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { shownYear } from '../periods/shown-year.ts';
import { ruleNames } from '../rules/rule-names.ts';
import { withEvidence } from './adjustment-evidence.ts';

/** What the unit's bonuses of the year come to with this one, where the track's cap cuts them. */
async function capWords(tx: ReadTx, { adjustment, state }: AdjustmentProposal): Promise<string | undefined> {
  if (adjustment.type !== 'bonus') return undefined;
  const { unit, year } = adjustment;
  const track = (await tx.all('tracks')).find((each) => each.year === year && each.units.includes(unit));
  if (!track) return undefined;
  const own = (await tx.all('adjustments')).filter((each) => each.unit === unit && each.year === year);
  const uncapped = sumAdjustments(own, { ...track, bonus_cap: '99999' }).bonus;
  const total = state === 'effective' ? uncapped : add(uncapped, rational(adjustment.points));
  const words = `本年加分合计 ${toDecimal(total, 4)} 分，赛道上限 ${toDecimal(rational(track.bonus_cap), 4)} 分`;
  return compare(total, rational(track.bonus_cap)) > 0 ? `${words}，超出部分不计。` : `${words}。`;
}

async function sightOf(tx: ReadTx, proposal: AdjustmentProposal, names: ChangeNames) {
  const { adjustment, proposed_by, decided_by } = proposal;
  const item = await tx.get('adjustment_items', proposal.item);
  const cap = await capWords(tx, proposal);
  return {
    id: proposal.id,
    state: proposal.state,
    ...adjustment,
    unitName: names.unit(adjustment.unit),
    item: item?.name ?? proposal.item,
    proposer: proposed_by,
    proposedBy: names.cadre(proposed_by),
    proposedAt: proposal.proposed_at,
    ...(decided_by === undefined ? {} : { decidedBy: names.cadre(decided_by) }),
    ...(proposal.decided_at === undefined ? {} : { decidedAt: proposal.decided_at }),
    ...(proposal.decision === undefined ? {} : { decision: proposal.decision }),
    ...(cap === undefined ? {} : { cap }),
    files: (proposal.files ?? []).map(({ name, by, at }) => ({ name, by: names.cadre(by), at })),
  };
}

/** One proposal with names, for its card; throws `not_found` when there is none. */
export async function seeAdjustment(tx: ReadTx, id: string) {
  const proposal = await tx.get('adjustment_proposals', id);
  if (!proposal) throw errors.notFound('这项加减分', '请发送 /加减分 重新打开。');
  return sightOf(tx, proposal, await ruleNames(tx));
}

const mostEffective = 10;

interface Seeing {
  readonly unit?: string | undefined;
  /** The year that was said. */
  readonly year?: number | undefined;
  readonly actor: Actor;
  readonly now: Instant;
}

/** What waits for a decision, and what is in force in a year (of one unit, where it is named), newest first. */
export async function seeAdjustments(tx: ReadTx, { unit, year: said, actor, now }: Seeing) {
  const names = await ruleNames(tx);
  const open = await tx.find('adjustment_proposals', { index: 'state', key: 'proposed' });
  const all = (await tx.all('adjustments')).filter((each) => unit === undefined || each.unit === unit);
  const shown = await shownYear(said, now, (year) => all.some((each) => each.year === year));
  const inForce = all.filter(({ year }) => year === shown.year).sort((a, b) => (a.date < b.date ? 1 : -1));
  return {
    ...shown,
    ...(unit === undefined ? {} : { unit, unitName: names.unit(unit) }),
    open: open
      .sort((a, b) => (a.proposed_at < b.proposed_at ? -1 : 1))
      .map(({ id, adjustment, proposed_by, files }) => ({
        ...{ id, type: adjustment.type, points: adjustment.points, reason: adjustment.reason },
        ...{ unitName: names.unit(adjustment.unit), date: adjustment.date },
        by: names.cadre(proposed_by),
        own: proposed_by === actor.id,
        files: files?.length ?? 0,
      })),
    inForce: (await withEvidence(tx, inForce.slice(0, mostEffective))).map(
      ({ type, points, reason, date, unit: of, proposal, files }) => ({
        ...{ type, points, reason, date, proposal },
        unitName: names.unit(of),
        files: files?.length ?? 0,
      }),
    ),
    total: inForce.length,
  };
}

/** What the form to propose one offers. */
export async function seeAdjustmentForm(tx: ReadTx, now: Instant) {
  const items = await tx.all('adjustment_items');
  const words = { bonus: '加', deduction: '扣', veto: '一票否决' };
  const boundsOf = ({ type, min, max }: (typeof items)[number]) =>
    type === 'veto' ? words.veto : `${words[type]}${min}～${max}分`;
  return {
    units: (await tx.all('units')).map(({ id, short_name }) => ({ value: id, text: short_name })),
    items: items.map((item) => ({ value: item.id, text: `${item.name}（${boundsOf(item)}）` })),
    today: dayOf(now),
  };
}
