import type { Log } from '../shared/log.ts';

/** How long a stop waits for answers under way, in ms: below the 10 s after which an impatient supervisor kills. */
export const drainMs = 7_000;

/** Waits for work to end, but no longer than `ms`; what is left is in the store and is taken up at the next start. */
export async function drain(work: Promise<unknown>, ms: number, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const end = await Promise.race([work, late]);
  clearTimeout(timer);
  if (end === 'late')
    log.warn({ ms }, 'stopped before everything was sent; the rest follows after the next start');
}
