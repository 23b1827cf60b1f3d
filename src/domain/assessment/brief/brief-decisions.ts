/** What a brief puts before a leader, in the order in which it comes first. */
export const decisionKinds = ['veto', 'problem', 'unreported', 'behind', 'provisional'] as const;

/** One of the kinds. */
export type DecisionKind = (typeof decisionKinds)[number];

/** How many are put. */
const put = 3;

/**
 * The three decisions that a brief puts: of the kinds that have something to say the first three in the order new vetoes, overdue enterprise
 * problems, overdue values, values over a tenth behind their road map, provisional places. What binds people comes before what waits, what waits
 * before what only may go wrong.
 */
export function briefDecisions(counts: Readonly<Record<DecisionKind, number>>): readonly DecisionKind[] {
  return decisionKinds.filter((kind) => counts[kind] > 0).slice(0, put);
}
