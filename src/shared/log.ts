import { type DestinationStream, type Logger, pino } from 'pino';
import { faultOf } from './fault.ts';

/** The structured log. Give it references, codes and counts; never message text, names, phones, tokens or secrets. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** So long, in ms, lines are gathered before they are written together: each write for itself costs a busy hour more than the line. */
const gatherMs = 50;

/**
 * Standard output, without waiting for whoever reads it. What is gathered is written when the process exits, too; only a kill loses it, and
 * what was done stands in the journal.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, minLength: 8192 });
  let isDue = false;
  let mayBeLeft = false;
  const flush = () => {
    isDue = false;
    mayBeLeft = true;
    output.flush();
  };
  // A flush does nothing while lines are being written: what came meanwhile follows them.
  output.on('drain', () => {
    if (!mayBeLeft) return;
    mayBeLeft = false;
    output.flush();
  });
  return {
    write(line) {
      output.write(line);
      if (isDue) return;
      isDue = true;
      setTimeout(flush, gatherMs).unref();
    },
  };
}

/** Builds the log that writes JSON lines to standard output, or to `destination`. Of an error it keeps what `faultOf` keeps: messages may quote people. */
export function createLog(level: string, destination: DestinationStream = standardOutput()): Log {
  return pino({ level, base: null, serializers: { err: faultOf } }, destination);
}

/** A log that says nothing, for tests and command-line programs. */
export const silentLog: Log = pino({ level: 'silent' });
