import { type DestinationStream, type Logger, pino } from 'pino';
import { faultOf } from './fault.ts';

/** The structured log. Give it references, codes and counts; never message text, names, phones, tokens or secrets. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** So long, in ms, lines are gathered before they are written together: each write for itself costs a busy hour more than the line. */
const gatherMs = 50;

/** Standard output, without waiting for whoever reads it. What is gathered is written when the process exits, too. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, minLength: 8192 });
  let [isDue, isAgain] = [false, false];
  const flush = () => {
    isDue = false;
    isAgain = true;
    output.flush();
  };
  // While something is written a flush does nothing: what is left then would wait for the next line.
  output.on('drain', () => {
    if (!isAgain) return;
    isAgain = false;
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
