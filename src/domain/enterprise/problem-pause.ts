import type { Instant } from '../../shared/time.ts';
import type { Problem } from './problem.ts';

type Pausing = Pick<Problem, 'pauses'>;

/** What the entrepreneur owes an answer to; undefined when nothing. */
export function openPause({ pauses }: Pausing): Problem['pauses'][number] | undefined {
  return pauses.find(({ to }) => to === null);
}

/** Whether the entrepreneur owes an answer: the clock stands still. */
export function isPaused(problem: Pausing): boolean {
  return openPause(problem) !== undefined;
}

function ended({ pauses }: Pausing, end: { readonly to: Instant; readonly unanswered?: true }): Pausing {
  return { pauses: pauses.map((pause) => (pause.to === null ? { ...pause, ...end } : pause)) };
}

/** The district goes on without the entrepreneur's word: the clock runs again. */
export function wentOn(problem: Pausing, now: Instant): Pausing {
  return ended(problem, { to: now, unanswered: true });
}

type Supplemented = Pick<Problem, 'pauses' | 'supplements'>;

/** The problem with the entrepreneur's word, which ends what was awaited of them. */
export function supplemented(
  problem: Supplemented,
  { at, text }: { readonly at: Instant; readonly text: string },
): Supplemented {
  const supplement = { at, text, asked: isPaused(problem) };
  return { ...ended(problem, { to: at }), supplements: [...(problem.supplements ?? []), supplement] };
}

/** How often somebody may add something unasked; what the district asks for can be given as often as it asks. */
export const mostUnasked = 5;

/** Whether the entrepreneur has added unasked as often as they may. */
export function unaskedSpent({ supplements = [] }: Pick<Problem, 'supplements'>): boolean {
  return supplements.filter(({ asked }) => !asked).length >= mostUnasked;
}

/** Whether the same words came in last and nothing was asked since: a second press of one form. */
export function saidAlready({ pauses, supplements = [] }: Supplemented, text: string): boolean {
  return !isPaused({ pauses }) && supplements.at(-1)?.text === text;
}
