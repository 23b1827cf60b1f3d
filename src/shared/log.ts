import { type Logger, pino } from 'pino';

/** The structured log. Give it references, codes and counts; never message text, names, phones, tokens or secrets. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** Builds the log that writes JSON lines to standard output. */
export function createLog(level: string): Log {
  return pino({ level, base: null });
}

/** A log that says nothing, for tests and command-line programs. */
export const silentLog: Log = pino({ level: 'silent' });
