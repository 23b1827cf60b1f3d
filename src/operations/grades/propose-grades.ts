import { bookOfInputs } from '../../domain/assessment/published/freeze-table.ts';
import { gradeNotes } from '../../domain/assessment/published/grade-notes.ts';
import { gradeTrack } from '../../domain/assessment/published/grades.ts';
import { scoreTrack } from '../../domain/assessment/ranking/score-track.ts';
import type { GradeProposal } from '../../domain/assessment/records/grade-proposal.ts';
import type { PublishedTable } from '../../domain/assessment/records/published-table.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';

/** Which track, of which year. */
export interface GradesOf {
  readonly track: string;
  readonly year: number;
}

/** The periods that end with the year, however the table of the year's end was asked for. */
const yearEnds = (year: number) => [`${year}`, `${year}H2`, `${year}Q4`, `${year}-12`];

/** The newest published table of a track at the year's end; undefined when there is none. */
export async function yearEndTable(
  tx: ReadTx,
  { track, year }: GradesOf,
): Promise<PublishedTable | undefined> {
  const tables: PublishedTable[] = [];
  for (const period of yearEnds(year))
    tables.push(...(await tx.find('published_tables', { index: 'place', key: `${period}|${track}` })));
  return tables
    .filter(({ scope }) => scope === 'track')
    .sort(byPublication)
    .at(-1);
}

function byPublication(a: PublishedTable, b: PublishedTable): number {
  if (a.published_at !== b.published_at) return a.published_at < b.published_at ? -1 : 1;
  return a.edition - b.edition;
}

/** The proposals of a track and year, the newest last. */
export async function gradeProposalsOf(tx: ReadTx, { track, year }: GradesOf): Promise<GradeProposal[]> {
  const all = await tx.find('grade_proposals', { index: 'year', key: `${year}` });
  const numberOf = ({ id }: GradeProposal) => Number(id.split('.').at(-1));
  return all.filter((each) => each.track === track).sort((a, b) => numberOf(a) - numberOf(b));
}

function gradedRows(table: PublishedTable): GradeProposal['rows'] {
  const book = bookOfInputs(table.inputs);
  const graded = gradeTrack(scoreTrack(book, { track: table.of, period: table.period, now: table.now }));
  return graded.map(({ unit, ...row }) => ({ unit: unit.id, name: unit.short_name, ...row }));
}

/**
 * Proposes the grades that the track's published table of the year's end yields by its quotas (domain §4). Throws `bad_input` where none is
 * published yet, `conflict` where a proposal is open, `already_done` where the same table's grades are in force.
 */
export async function proposeGrades(
  tx: WriteTx,
  { by, now, ...of }: GradesOf & { by: Actor; now: Instant },
): Promise<GradeProposal> {
  const table = await yearEndTable(tx, of);
  if (!table)
    throw errors.badInput(
      `请先公布这个赛道${of.year}年的全年结果：/公布 ${of.year}年。等次只从公布的结果评定。`,
    );
  const before = await gradeProposalsOf(tx, of);
  if (before.some(({ state }) => state === 'proposed'))
    throw errors.conflict('这个赛道已有待审核的等次，请先审核或撤回。');
  if (before.some(({ state, table_hash }) => state === 'effective' && table_hash === table.hash))
    throw errors.alreadyDone('这张公布表的等次已经生效');
  const rows = gradedRows(table);
  const proposal: GradeProposal = {
    id: `${of.year}.${of.track}.${before.length + 1}`,
    ...of,
    ...{ track_name: table.name, table: table.id, table_hash: table.hash },
    rows,
    notes: [...gradeNotes(rows)],
    provisional: table.rows.filter(({ provisional }) => provisional).length,
    ...{ state: 'proposed', proposed_by: by.id, proposed_at: now },
  };
  await tx.put('grade_proposals', proposal);
  return proposal;
}
