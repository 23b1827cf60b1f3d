const aheadMs = 5 * 60_000;
/**
 * The platform repeats for up to 7.1 h and whether a repeat is signed anew is not documented (fact sheet §1.4, §1.6): 8 h loses none, and
 * replays within them meet the inbox, which remembers for 24 h.
 */
const behindMs = 8 * 3_600_000;

/** Whether the header (epoch seconds) is at most 5 minutes ahead of the machine's clock and at most 8 hours behind it. */
export function isFresh(timestamp: string, machineMs: number): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  const age = machineMs - Number(timestamp) * 1000;
  return age <= behindMs && age >= -aheadMs;
}
