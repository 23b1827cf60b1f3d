import { pino } from 'pino';
import type { Log } from '#src/shared/log.ts';

/** What was logged: level, message and the fields beside it. */
export interface LogEntry {
  readonly level: string;
  readonly text: string;
  readonly fields: Record<string, unknown>;
}

/** A log that remembers its entries. */
export function recordingLog(): { log: Log; entries: LogEntry[] } {
  const entries: LogEntry[] = [];
  const stream = {
    write(line: string) {
      const { level, msg, ...fields } = JSON.parse(line);
      entries.push({ level, text: msg, fields });
    },
  };
  const formatters = { level: (label: string) => ({ level: label }) };
  return { log: pino({ level: 'debug', base: null, timestamp: false, formatters }, stream), entries };
}
