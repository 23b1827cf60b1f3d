let last = 0;

/**
 * The next place in the order of outgoing messages: the machine's time in microseconds, pushed on where it would repeat or step back. So
 * the order holds within a process, and across restarts without a counter document in every transaction.
 */
export function nextSeq(): number {
  last = Math.max(last + 1, Date.now() * 1000);
  return last;
}

/** Keeps the order above what an earlier process has queued, should the machine's clock have been set back since. */
export function continueAfter(seq: number): void {
  last = Math.max(last, seq);
}
