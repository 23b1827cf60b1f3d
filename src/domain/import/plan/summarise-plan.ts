import { type ImportPlan, type ImportProblem, importedCollections, workbookNames } from './import-plan.ts';
import type { ImportRecord } from './import-record.ts';

/** What the record and the card keep of a plan. */
export type ImportSummary = Pick<
  ImportRecord,
  'kinds' | 'counts' | 'unknown' | 'errors' | 'warnings' | 'problems' | 'held'
>;

/** A card is leafed through for so many; the annotated copy holds all. */
const mostProblems = 200;

/** The worst first, else in the order of the workbook. */
function worstFirst(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return [...errors, ...problems.filter(({ severity }) => severity === 'warning')];
}

function countsOf({ changes }: ImportPlan): ImportSummary['counts'] {
  return importedCollections
    .map((collection) => {
      const { added, changed, removed, unchanged } = changes[collection];
      return {
        collection,
        ...{ added: added.length, changed: changed.length, removed: removed.length, unchanged },
      };
    })
    .filter(({ added, changed, removed, unchanged }) => added + changed + removed + unchanged > 0);
}

/** Counts, and the problems in the order in which people want to hear of them. */
export function summarisePlan(plan: ImportPlan): ImportSummary {
  const kinds = plan.sheets.flatMap(({ kind }) => (kind === null ? [] : [workbookNames[kind]]));
  const errors = plan.problems.filter(({ severity }) => severity === 'error').length;
  return {
    kinds: [...new Set(kinds)],
    counts: countsOf(plan),
    unknown: plan.sheets.flatMap(({ sheet, kind, hidden }) => (kind === null && !hidden ? [sheet] : [])),
    errors,
    warnings: plan.problems.length - errors,
    problems: worstFirst(plan.problems)
      .slice(0, mostProblems)
      .map(({ sheet, cell, severity, message, remedy }) => ({ sheet, cell, severity, message, remedy })),
    held: plan.held.map(({ name, year, sum, rows }) => ({ name, year, sum, rows: rows.length })),
  };
}

/** So many records are written at once while people are answered; more only from the console, when nobody is. */
export const mostChanges = 60_000;

/** How many records a plan adds, changes or takes away. */
export function changesIn(counts: ImportSummary['counts']): number {
  return counts.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0);
}
