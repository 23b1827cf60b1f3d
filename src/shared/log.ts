import { type DestinationStream, type Logger, pino } from 'pino';
import { faultOf } from './fault.ts';

/** The structured log. Give it references, codes and counts; never message text, names, phones, tokens or secrets. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** Builds the log that writes JSON lines to standard output, or to `destination`. Of an error it keeps what `faultOf` keeps: messages may quote people. */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  return pino({ level, base: null, serializers: { err: faultOf } }, destination);
}

/** A log that says nothing, for tests and command-line programs. */
export const silentLog: Log = pino({ level: 'silent' });
