import { mayReadGrades } from '../../authorize/may-read-grades.ts';
import { readFraction } from '../../domain/assessment/published/read-fraction.ts';
import { type GradeProposal, gradeNames } from '../../domain/assessment/records/grade-proposal.ts';
import type { PublishedTable } from '../../domain/assessment/records/published-table.ts';
import type { Unit } from '../../domain/assessment/records/unit.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { compare, rational, subtract, toDecimal, toFixed } from '../../shared/rational.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { type ShownYear, shownYear } from '../periods/shown-year.ts';
import { publishedTable } from '../published/see-published.ts';
import { ruleNames } from '../rules/rule-names.ts';
import { viewerOf } from '../second-person.ts';
import { gradeProposal } from './decide-grades.ts';
import { gradeProposalsOf, yearEndTable } from './propose-grades.ts';

/** Grades that units have of a year from before it was assessed here: which units by grade. */
function keptGrades(units: readonly Unit[], year: number) {
  return (Object.keys(gradeNames) as (keyof typeof gradeNames)[]).flatMap((grade) => {
    const names = units.flatMap(({ grades, short_name }) =>
      grades[`${year}`] === grade ? [short_name] : [],
    );
    return names.length > 0 ? [{ grade, units: names }] : [];
  });
}

/** Which year's grades are meant where none is said. */
export function gradesYear(tx: ReadTx, said: number | undefined, now: Instant): Promise<ShownYear> {
  return shownYear(said, now, async (running) =>
    (await tx.all('tracks')).some(({ year }) => year === running),
  );
}

/** The tracks of a year, each with whether its year's end is published, the state of its newest grades, and which list of them this person may open; without tracks the grades that units have of it. */
export async function seeGrades(tx: ReadTx, year: number, actor: Actor) {
  const [all, units] = [await tx.all('tracks'), await tx.all('units')];
  const tracks = all.filter((track) => track.year === year);
  const years = new Set([
    ...all.map((track) => track.year),
    ...units.flatMap(({ grades }) => Object.keys(grades).map(Number)),
  ]);
  const lines = [];
  for (const { id: track, name } of tracks) {
    const proposals = await gradeProposalsOf(tx, { track, year });
    const standing = proposals.filter(({ state }) => state === 'proposed' || state === 'effective');
    const newest = standing.at(-1);
    const open = standing.findLast((each) => mayReadGrades(actor, each));
    const table = await yearEndTable(tx, { track, year });
    lines.push({
      ...{ track, name, published: table !== undefined },
      ...(newest
        ? {
            ...{ state: newest.state, stale: newest.table_hash !== table?.hash },
            mayDecide: newest.state === 'proposed' && viewerOf(newest, actor) === 'second',
          }
        : {}),
      ...(open ? { open: { id: open.id, state: open.state } } : {}),
    });
  }
  return {
    ...{ year, lines, kept: tracks.length > 0 ? [] : keptGrades(units, year) },
    years: [year - 1, year + 1].filter((each) => years.has(each)),
  };
}

/** A list of grades that the person wants to read. Throws `not_allowed` where it is not in force and they are not of the assessment office. */
export async function readableGrades(tx: ReadTx, id: string, actor: Actor): Promise<GradeProposal> {
  const proposal = await gradeProposal(tx, id);
  if (mayReadGrades(actor, proposal)) return proposal;
  throw errors.notAllowed('这份等次还没有生效，只由考核办办理', '生效后请发送 /等次 查看');
}

/** A proposal with names, for its card. */
export async function seeGradeProposal(tx: ReadTx, proposal: GradeProposal) {
  const names = await ruleNames(tx);
  const { id, year, track_name, table, rows, notes, provisional, state, decision } = proposal;
  return {
    ...{ id, year, trackName: track_name, table, rows, notes, provisional, state },
    proposedBy: names.cadre(proposal.proposed_by),
    proposedAt: proposal.proposed_at,
    ...(proposal.decided_by === undefined ? {} : { decidedBy: names.cadre(proposal.decided_by) }),
    ...(proposal.decided_at === undefined ? {} : { decidedAt: proposal.decided_at }),
    ...(decision === undefined ? {} : { decision }),
  };
}

const mostLost = 3;

function lostOf(table: PublishedTable, unit: string) {
  const names = new Map(table.inputs.indicators.map(({ code, name }) => [code, name]));
  const lines = table.rows.find((row) => row.unit === unit)?.lines ?? [];
  return lines
    .flatMap(({ indicator, weight, points }) =>
      points === null
        ? []
        : [
            {
              name: names.get(indicator) ?? indicator,
              lost: subtract(rational(weight), readFraction(points)),
            },
          ],
    )
    .sort((a, b) => compare(b.lost, a.lost))
    .slice(0, mostLost)
    .filter(({ lost }) => lost.num > 0n)
    .map(({ name, lost }) => ({ name, lost: toFixed(lost, 2) }));
}

/** What each unit of a proposal that took effect is told: its own result and nothing of others. */
export async function gradeResults(tx: ReadTx, proposal: GradeProposal) {
  const table = await publishedTable(tx, proposal.table);
  return proposal.rows.flatMap(({ unit, name, score, place, grade, barred }) => {
    const row = table.rows.find((each) => each.unit === unit);
    if (grade === null || !row) return [];
    return [
      {
        ...{ unit, name, score, place, grade, barred, year: proposal.year, trackName: proposal.track_name },
        units: proposal.rows.length,
        bonus: toDecimal(readFraction(row.bonus), 4),
        deduction: toDecimal(readFraction(row.deduction), 4),
        lost: lostOf(table, unit),
        ruleVersion: table.rule_version,
      },
    ];
  });
}
