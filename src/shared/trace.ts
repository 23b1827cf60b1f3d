/** One stage of an event's journey, for the emulator's side panel. Never wired in production. */
export interface TraceEntry {
  readonly reference: string;
  readonly stage: 'event' | 'command' | 'permission' | 'journal' | 'card' | 'api';
  readonly title: string;
  readonly detail: unknown;
}

/** Where the stages tell what they did. */
export type Trace = (entry: TraceEntry) => void;
