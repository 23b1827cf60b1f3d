import { holds } from '../../authorize/authorize.ts';
import { type RankingSight, rankingSight } from '../../authorize/ranking-sight.ts';
import { fairnessOf } from '../../domain/assessment/published/fairness.ts';
import { readFraction } from '../../domain/assessment/published/read-fraction.ts';
import { verifyTable } from '../../domain/assessment/published/verify-table.ts';
import { visibleRows } from '../../domain/assessment/ranking/visible-rows.ts';
import type { PublishedTable, TableScope } from '../../domain/assessment/records/published-table.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import { endOf, type Period, yearOf } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { toDecimal } from '../../shared/rational.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { neighbourPeriods } from '../periods/neighbour-periods.ts';
import { ruleNames } from '../rules/rule-names.ts';
import { editionsOf } from './publish-table.ts';

/** A published table by its id; throws `not_found` when there is none. */
export async function publishedTable(tx: ReadTx, id: string): Promise<PublishedTable> {
  const table = await tx.get('published_tables', id);
  if (!table) throw errors.notFound('这张公布表', '请发送 /公布 看已公布的。');
  return table;
}

/** Whether a published table may be shown at all where it is asked: a task force's group only its own, nobody without a sight. */
function fitsSight({ scope, of }: TableScope, sight: RankingSight): boolean {
  if (sight.kind === 'none') return false;
  return sight.kind !== 'task_force' || (scope === 'task_force' && of === sight.of);
}

function rowsFor(table: PublishedTable, sight: RankingSight) {
  const rows = table.rows.map((row) => ({ ...row, unit: { id: row.unit } }));
  if (sight.kind === 'all') return rows;
  if (sight.kind === 'top') return visibleRows(rows, sight);
  const members = table.inputs.task_forces.flatMap((force) => (force.id === table.of ? force.members : []));
  return rows.filter(({ unit }) => members.includes(unit.id));
}

interface SeeingTable {
  readonly id: string;
  readonly actor: Actor;
  readonly place: Place;
}

/** A published table as it may be shown here (domain §8): the same rows as of a live ranking. */
export async function seePublishedTable(tx: ReadTx, { id, actor, place }: SeeingTable) {
  const table = await publishedTable(tx, id);
  const sight = rankingSight(actor, place);
  if (!fitsSight(table, sight)) throw errors.notAllowed('这里不能看这张公布表', '请在私聊里查看');
  const names = await ruleNames(tx);
  const rows = rowsFor(table, sight);
  const editions = await editionsOf(tx, table);
  const all = sight.kind === 'all';
  const alone = place.type === 'private';
  return {
    ...{
      id,
      name: table.name,
      period: table.period,
      edition: table.edition,
      scope: table.scope,
      of: table.of,
    },
    ...{ asOf: table.now, ruleVersion: table.rule_version, hash: table.hash },
    publishedBy: names.cadre(table.published_by),
    publishedAt: table.published_at,
    ...(table.why === undefined ? {} : { why: table.why }),
    // What changed of others’ values is theirs and the leaders’ to read.
    changes: all ? (table.changes ?? []) : [],
    editions: editions.map((each) => ({ id: each.id, edition: each.edition })),
    units: table.rows.length,
    limited: rows.length < table.rows.length,
    // What is pressed there opens in private alone.
    whole: all && alone,
    mayExport: alone && holds(actor, 'publish'),
    rows: rows.map(({ unit, name, place, score, reported, due, provisional, vetoed, ...row }) => ({
      ...{ unit: unit.id, name, place, score, reported, due, provisional, vetoed },
      bonus: toDecimal(readFraction(row.bonus), 4),
      deduction: toDecimal(readFraction(row.deduction), 4),
    })),
  };
}

/** The periods of which something is published that may be shown here, the newest first. */
export async function publishedPeriods(tx: ReadTx, sight: RankingSight): Promise<Period[]> {
  const tables = (await tx.all('published_tables')).filter((table) => fitsSight(table, sight));
  const periods = [...new Set(tables.map(({ period }) => period))];
  return periods.sort((a, b) => (endOf(a) === endOf(b) ? b.length - a.length : endOf(a) < endOf(b) ? 1 : -1));
}

/** The tables of a period's year that can be published, each with its newest edition, and the other periods of which something is published. */
export async function seePublishing(
  tx: ReadTx,
  latest: Book,
  { period, now, sight }: { period: Period; now: Instant; sight: RankingSight },
) {
  const published = await tx.find('published_tables', { index: 'period', key: period });
  const newest = (of: string) =>
    published.filter((table) => table.of === of).sort((a, b) => b.edition - a.edition)[0];
  const book = bookFor(latest, period);
  const tracks = book
    .tracksOf(yearOf(period))
    .map(({ id, name }) => ({ scope: 'track' as const, of: id, name }));
  const forces = book.input.taskForces.map(({ id, name }) => ({
    scope: 'task_force' as const,
    of: id,
    name,
  }));
  const lines = [...tracks, ...forces]
    .filter((line) => fitsSight(line, sight))
    .map((line) => {
      const table = newest(line.of);
      return {
        ...line,
        ...(table ? { id: table.id, edition: table.edition, at: table.published_at, hash: table.hash } : {}),
      };
    });
  const others = (await publishedPeriods(tx, sight)).filter((each) => each !== period);
  return { period, ...neighbourPeriods(latest, period, now), lines, others };
}

/** The fairness sheet of a published table; for those who see all of it. */
export async function seeFairness(tx: ReadTx, id: string) {
  const table = await publishedTable(tx, id);
  const { name, period, edition, scope, rule_version } = table;
  return {
    id,
    name,
    period,
    edition,
    scope,
    ruleVersion: rule_version,
    now: table.now,
    ...fairnessOf(table),
  };
}

/** What came of making a published table anew now; for those who see all of it. */
export async function checkPublished(tx: ReadTx, id: string) {
  const table = await publishedTable(tx, id);
  const { hash, faults } = verifyTable(table);
  return { id, name: table.name, period: table.period, edition: table.edition, hash, faults };
}
