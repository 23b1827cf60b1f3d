import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Problem } from '../../domain/enterprise/problem.ts';
import { type ProblemDeadlines, problemDeadlines } from '../../domain/enterprise/problem-deadlines.ts';
import { pastSteps } from '../../domain/enterprise/problem-history.ts';
import { type ProblemSide, sidesOf } from '../../domain/enterprise/problem-side.ts';
import { readTrackingCode, trackingCodesIn } from '../../domain/enterprise/tracking-code.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { noSuchProblem } from './problem-for-step.ts';

/** A problem as cards show it: with names in place of ids, and never with its contact. */
export interface ProblemSight extends Omit<Problem, 'contact'> {
  readonly unit_name: string | null;
  readonly handler_name: string | null;
  readonly desk_name: string | null;
  /** Id → name of every unit and cadre in its history. */
  readonly names: Readonly<Record<string, string>>;
  readonly deadlines: ProblemDeadlines;
}

async function unitName(tx: ReadTx, unit: string | null): Promise<string | null> {
  if (unit === null) return null;
  return (await tx.get('units', unit))?.short_name ?? unit;
}

async function cadreName(tx: ReadTx, cadre: string | null): Promise<string | null> {
  if (cadre === null) return null;
  return (await tx.get('cadres', cadre))?.name ?? cadre;
}

async function namesIn(tx: ReadTx, problem: Problem): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const step of pastSteps(problem)) {
    if (step.what !== 'assign') continue;
    names[step.unit] = (await unitName(tx, step.unit)) ?? step.unit;
    if (step.handler !== null) names[step.handler] = (await cadreName(tx, step.handler)) ?? step.handler;
  }
  return names;
}

/** Fills in the names and the days; the sealed contact is left behind. */
export async function sightOfProblem(
  tx: ReadTx,
  problem: Problem,
  calendar: WorkCalendar,
): Promise<ProblemSight> {
  const { contact: _, ...shown } = problem;
  return {
    ...shown,
    unit_name: await unitName(tx, problem.unit),
    handler_name: await cadreName(tx, problem.handler),
    desk_name: await cadreName(tx, problem.desk),
    names: await namesIn(tx, problem),
    deadlines: problemDeadlines(calendar, problem),
  };
}

/** A problem and what the person is to it. */
export interface FoundProblem {
  readonly problem: Problem;
  readonly sides: readonly ProblemSide[];
}

/** The problem and what the person is to it; the same error when there is none and when it is somebody else's. */
export async function findProblem(
  tx: ReadTx,
  by: { readonly problem: string; readonly actor: Actor },
): Promise<FoundProblem> {
  const problem = await tx.get('problems', by.problem);
  const sides = problem ? sidesOf(by.actor, problem) : [];
  if (!problem || sides.length === 0) throw noSuchProblem();
  return { problem, sides };
}

/** The same by the tracking code as somebody typed it; undefined, not an error, since a group is then told nothing either. */
export async function findProblemByCode(
  tx: ReadTx,
  by: { readonly code: string; readonly actor: Actor },
): Promise<FoundProblem | undefined> {
  const key = readTrackingCode(by.code);
  const [problem] = key === undefined ? [] : await tx.find('problems', { index: 'code', key });
  const sides = problem ? sidesOf(by.actor, problem) : [];
  return problem && sides.length > 0 ? { problem, sides } : undefined;
}

/** The same by a code that stands anywhere in a sentence; undefined when there is none of a problem that the person may see. */
export async function findProblemSaid(
  tx: ReadTx,
  { text, actor }: { readonly text: string; readonly actor: Actor },
): Promise<FoundProblem | undefined> {
  for (const code of trackingCodesIn(text)) {
    const found = await findProblemByCode(tx, { code, actor });
    if (found) return found;
  }
  return undefined;
}
