import type { Assignment } from '../assessment/records/assignment.ts';
import { ruleWords } from '../assessment/rules/rule-words.ts';
import type { Book } from '../assessment/scoring/book.ts';
import { endOf, periodAt } from '../calendar/period.ts';
import type { Cadre } from '../people/cadre.ts';
import type { ExportedTarget } from './export-view.ts';

/** The lines of the task breakdown as the office writes them: names in place of ids, rules in words. */
export function targetRows(
  book: Book,
  assignments: readonly Assignment[],
  cadres: readonly Cadre[],
): ExportedTarget[] {
  const nameOf = personNames(cadres);
  return assignments.map((assignment) => {
    const { unit, year, weight, annual_target, rule, leader, reporter } = assignment;
    const { name, measure, direction } = book.indicator(assignment.indicator);
    const milestones = [1, 2, 3, 4].map((quarter) =>
      milestoneAt(assignment, periodAt('quarter', year, quarter)),
    );
    return {
      ...{ unit: book.unit(unit).name, indicator: name, measure, weight, annualTarget: annual_target },
      milestones: milestones.map((milestone) => milestone?.value ?? null),
      places: milestones.map((milestone) => milestone?.place ?? null),
      rule: ruleWords(rule, direction),
      leader: nameOf(leader, unit),
      reporter: nameOf(reporter, unit),
    };
  });
}

function milestoneAt({ milestones }: Assignment, quarter: string) {
  return milestones.find(({ period }) => endOf(period) === endOf(quarter));
}

/** A person as a unit's table names them: with the post where two of that unit share the name, or where a stranger to the unit has a namesake. */
function personNames(cadres: readonly Cadre[]): (cadre: string, unit: string) => string {
  const byId = new Map(cadres.map((cadre) => [cadre.id, cadre]));
  const byName = new Map<string, Cadre[]>();
  for (const cadre of cadres) byName.set(cadre.name, [...(byName.get(cadre.name) ?? []), cadre]);
  const isOf = (cadre: Cadre, unit: string) =>
    cadre.unit === unit || cadre.posts.some((post) => post.unit === unit);
  return (id, unit) => {
    const cadre = byId.get(id);
    if (!cadre) return '';
    const namesakes = byName.get(cadre.name) ?? [];
    const rivals = isOf(cadre, unit) ? namesakes.filter((each) => isOf(each, unit)) : namesakes;
    return rivals.length > 1 ? `${cadre.name}（${cadre.post}）` : cadre.name;
  };
}
