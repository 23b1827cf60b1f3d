import { type Rational, toDecimal } from '../../../shared/rational.ts';
import type { Assignment } from '../../assessment/records/assignment.ts';
import { assignmentProblems } from '../../assessment/rules/assignment-problems.ts';
import { planProblems } from '../../assessment/rules/plan-problems.ts';
import { numberOf } from '../cells/cell-number.ts';
import { foldWords } from '../cells/cell-text.ts';
import { readAssignment } from '../lines/assignment-line.ts';
import { balance, type Row } from '../lines/balance.ts';
import { type Desk, lay, nextId } from '../lines/desk.ts';
import { indicatorSaid, type Names, unitSaid } from '../lines/find-named.ts';
import { type Roster, rosterOf } from '../lines/find-person.ts';
import {
  type Complaint,
  cellAt,
  complainAt,
  hasBrokenFormula,
  type Line,
  textAt,
  yearOfTable,
} from '../lines/line.ts';
import { statedMeasure } from '../lines/stated-measure.ts';
import type { HeldUnit } from '../plan/import-plan.ts';
import type { Table } from '../table/read-table.ts';

interface Work {
  readonly desk: Desk;
  readonly names: Names;
  readonly roster: Roster;
  readonly seen: Map<string, Line>;
  /** `year|unit|indicator` → the store's. */
  readonly stored: ReadonlyMap<string, Assignment>;
}

const keyOf = ({ year, unit, indicator }: Pick<Assignment, 'year' | 'unit' | 'indicator'>) =>
  `${year}|${unit}|${indicator}`;

/** A weight in points; one left blank is complained of once the unit's sum is known. */
function weightAt(desk: Desk, line: Line): Rational | undefined {
  const cell = cellAt(line, 'weight');
  const number = cell && numberOf(cell);
  const isPoints = number && !number.scaled && (!number.measure || number.measure.dimension === 'score');
  if (isPoints) return number.value;
  if (cell)
    complainAt(
      desk,
      { ...line, at: 'weight' },
      {
        say: `权重“${cell.text}”不是数值。`,
        remedy: '填写分值，如 2.5；各单位合计100分。',
      },
    );
  return undefined;
}

function repeated(line: Line, earlier: Line, name: string): Complaint {
  const targets = [earlier, line].map((one) => textAt(one, 'target'));
  const other = foldWords(targets[0] ?? '') !== foldWords(targets[1] ?? '');
  const place = earlier.table.sheet === line.table.sheet ? '' : `“${earlier.table.sheet}”`;
  return {
    say: `与${place}第${earlier.row.number}行重复：${name}${other ? `，年度目标分别为${targets.join('和')}` : ''}。`,
    remedy: `保留一行；系统未导入第${line.row.number}行。`,
  };
}

/** A row of a unit: its stated weight counts even when something else refuses it. */
function readRow(work: Work, line: Line): Row | undefined {
  const { desk, names, seen, stored, roster } = work;
  const broken = hasBrokenFormula(desk, line);
  const unit = unitSaid(textAt(line, 'unit'), names);
  if (!('id' in unit)) {
    if (!broken) complainAt(desk, { ...line, at: 'unit' }, unit);
    return undefined;
  }
  const year = yearOfTable(line.table, desk);
  const unitName = desk.docs.units.get(unit.id)?.short_name ?? unit.id;
  const row = { line, unit: unit.id, unitName, year, weight: weightAt(desk, line), repeated: false };
  if (broken) return { ...row, indicator: undefined, assignment: undefined };
  const text = textAt(line, 'code') || textAt(line, 'indicator');
  const found = indicatorSaid({ text, measure: textAt(line, 'measure'), unit: unit.id }, names, desk);
  if (!('indicator' in found)) {
    complainAt(desk, { ...line, at: line.table.columns.has('indicator') ? 'indicator' : 'code' }, found);
    return { ...row, indicator: undefined, assignment: undefined };
  }
  const { indicator } = found;
  const key = keyOf({ year, unit: unit.id, indicator: indicator.code });
  const earlier = seen.get(key);
  if (earlier) {
    complainAt(desk, { ...line, at: 'indicator' }, repeated(line, earlier, `${unitName}“${indicator.name}”`));
    return { ...row, indicator, assignment: undefined, repeated: true };
  }
  seen.set(key, line);
  const place = {
    desk,
    line,
    unit: unit.id,
    unitName,
    indicator,
    year,
    roster,
    stated: statedMeasure(line, indicator),
  };
  const weight = row.weight ? toDecimal(row.weight, 20) : '0';
  const assignment = readAssignment({ ...place, before: stored.get(key) }, weight);
  return { ...row, indicator, assignment: row.weight ? assignment : undefined };
}

/** Refused because of others of the track that compare completion: only what the whole plan shows. */
function refuseCompared(desk: Desk, rows: readonly Row[]): void {
  const planned = new Map(rows.flatMap((row) => (row.assignment ? [[row.assignment.id, row] as const] : [])));
  const context = { indicators: [...desk.docs.indicators.values()], tracks: [...desk.docs.tracks.values()] };
  for (const { assignment, say } of planProblems([...desk.docs.assignments.values()], context)) {
    const row = assignment && planned.get(assignment.id);
    if (!assignment || !row || !say.includes('不大于0') || assignmentProblems(assignment).length > 0)
      continue;
    complainAt(
      desk,
      { ...row.line, at: 'target' },
      {
        say: `${row.unitName}“${row.indicator?.name ?? ''}”：${say}`,
        remedy: '同赛道有单位按完成率比较，请填写大于0的目标。',
      },
    );
    const before = desk.base.assignments.get(assignment.id);
    desk.named.assignments.delete(assignment.id);
    if (before) desk.docs.assignments.set(before.id, before);
    else desk.docs.assignments.delete(assignment.id);
  }
}

/** Plans 目标任务分解; gives the units whose weights do not balance, of whom nothing is taken. */
export function planAssignments(desk: Desk, tables: readonly Table[], names: Names): HeldUnit[] {
  const stored = new Map([...desk.base.assignments.values()].map((one) => [keyOf(one), one]));
  const roster = rosterOf(desk.docs.cadres.values());
  const work: Work = { desk, names, roster, seen: new Map(), stored };
  const lines = tables.flatMap((table) => table.rows.map((row) => ({ table, row })));
  const rows = lines.flatMap((line) => readRow(work, line) ?? []);
  const { taken, held } = balance(desk, rows, tables);
  const laid = taken.flatMap((row): Row[] => {
    if (!row.assignment) return [];
    const assignment = { ...row.assignment, id: row.assignment.id || nextId(desk, 'assignments') };
    lay(desk, 'assignments', assignment);
    return [{ ...row, assignment }];
  });
  refuseCompared(desk, laid);
  return held;
}
