import { toDecimal } from '../../../shared/rational.ts';
import type { Assignment } from '../../assessment/records/assignment.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import { valueProblem } from '../../assessment/records/value-problem.ts';
import { assignmentProblems } from '../../assessment/rules/assignment-problems.ts';
import type { Measure } from '../../language/numbers/measures.ts';
import { measuredIn, numberOf } from '../cells/cell-number.ts';
import { foldWords, saysNothing } from '../cells/cell-text.ts';
import type { SheetCell } from '../cells/sheet.ts';
import { periodOfSpan } from '../table/named-span.ts';
import { columnOf, type SpanColumn } from '../table/read-table.ts';
import type { Desk } from './desk.ts';
import { findPerson, type Roster } from './find-person.ts';
import { brokenFormula, cellAt, complainAt, type Line, textAt } from './line.ts';
import { readRule } from './read-rule.ts';
import { measureAside } from './stated-measure.ts';

/** Whose row it is, and what its numbers are measured in. */
export interface AssignmentPlace {
  readonly desk: Desk;
  readonly line: Line;
  readonly unit: string;
  readonly unitName: string;
  readonly indicator: Indicator;
  readonly year: number;
  readonly roster: Roster;
  readonly stated: Measure | undefined;
  readonly before: Assignment | undefined;
}

/** A target may be written with the sign it is read with, ≥95. */
function withoutSign(cell: SheetCell): SheetCell {
  return cell.kind === 'text'
    ? { ...cell, text: cell.text.replace(/^\s*(?:[≥≤]|[><]=?|不低于|不高于)\s*/u, '') }
    : cell;
}

/** A target in the indicator's measure, or nothing and a complaint at its cell. */
function targetIn(
  place: AssignmentPlace,
  column: { index: number; aside: string },
  what: string,
): string | undefined {
  const { desk, line, indicator, unitName } = place;
  const cell = line.row.cells[column.index];
  if (!cell || saysNothing(cell)) return undefined;
  if (cell.kind === 'error') {
    complainAt(desk, { ...line, at: column.index }, brokenFormula(cell.text));
    return undefined;
  }
  const read = measuredIn(withoutSign(cell), indicator, measureAside(column.aside) ?? place.stated);
  const problem = 'value' in read ? valueProblem(indicator, read.value) : undefined;
  if ('value' in read && !problem) return read.value;
  const shown = cell.kind === 'percent' && 'fault' in read ? `${shownPercent(cell)}` : cell.text;
  const fault = 'fault' in read ? read.fault : undefined;
  const faults = {
    percent: `${unitName}“${indicator.name}”计量单位为${indicator.measure}，${what}却是百分数“${shown}”。`,
    measure: `${unitName}“${indicator.name}”计量单位为${indicator.measure}，${what}“${shown}”的单位与之不符。`,
    no_number: `${what}“${shown}”不是数值。`,
  };
  complainAt(
    desk,
    { ...line, at: column.index },
    {
      say: fault ? faults[fault] : `${what}：${problem}`,
      remedy:
        fault === 'percent'
          ? `填写绝对额（${indicator.measure}）；若考核增速请使用增速类指标。`
          : `填写以${indicator.measure}计的数值，不设请填“—”。`,
    },
  );
  return undefined;
}

function shownPercent(cell: SheetCell): string {
  const number = numberOf(cell);
  return number ? `${toDecimal(number.value, 20)}%` : cell.text;
}

type Milestone = Assignment['milestones'][number];

function placeAt({ desk, line }: AssignmentPlace, column: SpanColumn | undefined): number | undefined {
  const cell = column && line.row.cells[column.index];
  if (!column || !cell || saysNothing(cell)) return undefined;
  const [, place] = /^第?(\d{1,4})(?:位|名)?(?:[/／]\d{1,4})?$/.exec(foldWords(cell.text)) ?? [];
  if (Number(place) >= 1) return Number(place);
  complainAt(
    desk,
    { ...line, at: column.index },
    {
      say: `争先位次“${cell.text}”不可用。`,
      remedy: '填写名次，如 3；不设请填“—”。',
    },
  );
  return undefined;
}

function milestonesOf(place: AssignmentPlace): { milestones: Milestone[]; columns: Map<string, SpanColumn> } {
  const { line, year, desk } = place;
  const placeColumns = line.table.spans.get('places') ?? [];
  const columns = new Map<string, SpanColumn>();
  const milestones = (line.table.spans.get('milestones') ?? []).flatMap((column): Milestone[] => {
    const period = periodOfSpan(column.span, 'quarter', year);
    const beside = placeColumns.find(({ span }) => span.end === column.span.end);
    const value = period && targetIn(place, column, '时序目标');
    const city = placeAt(place, beside);
    if (period && value !== undefined) {
      columns.set(period, column);
      return [{ period, value, ...(city === undefined ? {} : { place: city }) }];
    }
    if (beside && city !== undefined && saysNothing(line.row.cells[column.index]))
      complainAt(
        desk,
        { ...line, at: beside.index },
        {
          severity: 'warning',
          say: '填了争先位次，没有填这一期的时序目标，位次不会导入。',
          remedy: '补填时序目标，或删去位次。',
        },
      );
    return [];
  });
  const inOrder = milestones.sort((a, b) => (a.period < b.period ? -1 : 1));
  return { milestones: inOrder, columns };
}

function personAt(place: AssignmentPlace, field: 'leader' | 'reporter', role: string): string | undefined {
  const { desk, line, unit, unitName, roster, before } = place;
  const text = textAt(line, field);
  if (text === '' && before) return before[field];
  const found = findPerson(text, roster, { unit, unitName, role });
  if (text !== '' && 'id' in found) return found.id;
  const blank = { say: `没有填写${role}。`, remedy: `填写${role}姓名后重新导入。` };
  complainAt(desk, { ...line, at: field }, text === '' || 'id' in found ? blank : found);
  return undefined;
}

function ruleAt({ desk, line, indicator }: AssignmentPlace): Assignment['rule'] | undefined {
  const text = textAt(line, 'rule');
  const rule = text === '' ? undefined : readRule(text, indicator.direction);
  if (rule) return rule;
  complainAt(
    desk,
    { ...line, at: 'rule' },
    {
      say: text === '' ? '没有填写计分办法。' : `计分办法“${text}”读不懂。`,
      remedy:
        '按“目标完成率”“区间赋分（0分值3.5，满分值8.5）”“名次赋分（每降1位扣0.05）”等写法填写；分档赋分越高越好用“≥”，越低越好用“≤”。',
    },
  );
  return undefined;
}

/** Domain §4's reasons to refuse, each at the cell that it is about. */
function complainOfRules(
  place: AssignmentPlace,
  assignment: Assignment,
  columns: Map<string, SpanColumn>,
): void {
  const { desk, line, unitName, indicator } = place;
  const harmless = { ...assignment, weight: '1', annual_target: '1', milestones: [] };
  const ofRule = assignmentProblems(harmless);
  const rest = (changed: Partial<Assignment>) =>
    assignmentProblems({ ...harmless, ...changed }).filter((say) => !ofRule.includes(say));
  const about = `${unitName}“${indicator.name}”：`;
  for (const say of ofRule)
    complainAt(desk, { ...line, at: 'rule' }, { say: about + say, remedy: remedyOf(say) });
  for (const say of rest({ weight: assignment.weight }))
    complainAt(desk, { ...line, at: 'weight' }, { say: about + say, remedy: '填写不小于0的权重。' });
  const target = '填写大于0的目标，或改用区间赋分等其他计分办法。';
  for (const say of rest({ annual_target: assignment.annual_target }))
    complainAt(desk, { ...line, at: 'target' }, { say: about + say, remedy: target });
  for (const milestone of assignment.milestones)
    for (const say of rest({ milestones: [milestone] }))
      complainAt(
        desk,
        { ...line, at: columns.get(milestone.period)?.index ?? 0 },
        { say: about + say, remedy: target },
      );
}

function remedyOf(say: string): string {
  return say.includes('占比')
    ? '调整各部分占比，使合计为100%。'
    : '填写不同的0分值和满分值；满分值小于0分值表示越低越好。';
}

/** Reads a row whose unit and indicator are known; undefined when it is refused, with complaints. Its id is given later. */
export function readAssignment(place: AssignmentPlace, weight: string): Assignment | undefined {
  const { desk, line, year, unit, indicator, before } = place;
  const { errors } = desk;
  const target = targetIn(place, columnOf(line.table, 'target'), '年度目标');
  if (!cellAt(line, 'target'))
    complainAt(
      desk,
      { ...line, at: 'target' },
      { say: '没有填写年度目标。', remedy: '填写年度目标后重新导入。' },
    );
  const { milestones, columns } = milestonesOf(place);
  const rule = ruleAt(place);
  const leader = personAt(place, 'leader', '责任人');
  const reporter = personAt(place, 'reporter', '填报人');
  if (rule) {
    const annual = target ?? '1';
    const draft = { year, indicator: indicator.code, unit, weight, annual_target: annual, milestones, rule };
    complainOfRules(place, { id: '', leader: '', reporter: '', ...draft }, columns);
  }
  if (desk.errors > errors || target === undefined || !rule || !leader || !reporter) return undefined;
  return {
    id: before?.id ?? '',
    year,
    indicator: indicator.code,
    unit,
    weight,
    annual_target: target,
    milestones,
    rule,
    leader,
    reporter,
  };
}
