import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What a lock says of its process; a pid alone would not do, for it is given again to others. */
export const processIdentitySchema = z.object({
  pid: z.number().int(),
  /** Clock ticks after the machine's start at which it began. */
  started: z.string(),
  /** The machine's start it lives in. */
  boot: z.string(),
});

/** Which process, as its lock says it. */
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

/** Fields after the parenthesised name in /proc/<pid>/stat: state is the 1st of them, start time the 20th (proc(5): 3 and 22). */
const stateField = 0;
const startField = 19;

async function statOf(pid: number): Promise<{ state: string; started: string } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name may hold spaces and parentheses itself: only what follows the last one counts.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && { state: fields[stateField] ?? '', started: fields[startField] ?? '' };
}

async function bootId(): Promise<string> {
  const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown');
  return text.trim();
}

/** The identity of this process. */
export async function thisProcess(): Promise<ProcessIdentity> {
  const stat = await statOf(process.pid);
  return { pid: process.pid, started: stat?.started ?? 'unknown', boot: await bootId() };
}

/** Whether that very process is still running. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  if (identity.boot !== (await bootId())) return false;
  const stat = await statOf(identity.pid);
  // A zombie has ended; it only waits for its parent to notice.
  if (stat) return stat.started === identity.started && stat.state !== 'Z' && stat.state !== 'X';
  return identity.started === 'unknown' && signalReaches(identity.pid);
}

/** For machines without /proc. */
function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
