import type http from 'node:http';

/** The answers that are not yet with their askers: a stop waits for them, so that none is cut off in the middle. */
export interface OpenAnswers {
  add(response: http.ServerResponse): void;
  /** Resolves when none is open. */
  none(): Promise<void>;
}

/** Builds the list. */
export function createOpenAnswers(): OpenAnswers {
  const open = new Set<http.ServerResponse>();
  let waiting: (() => void)[] = [];
  return {
    add(response) {
      open.add(response);
      response.once('close', () => {
        open.delete(response);
        if (open.size > 0) return;
        for (const resolve of waiting) resolve();
        waiting = [];
      });
    },
    none: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
