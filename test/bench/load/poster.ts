import { Pool } from 'undici';
import type { Letter } from './letters.ts';

/** Posts events to a bot over kept connections, as many as may be under way at once. */
export interface Poster {
  /** The answer's body; rejects unless the status is 200. */
  post(letter: Letter): Promise<string>;
  close(): Promise<void>;
}

/** Builds a poster to a bot's webhook. */
export function createPoster(port: number, connections: number): Poster {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  return {
    async post({ headers, body }) {
      const answered = await pool.request({ method: 'POST', path: '/webhook/event', headers, body });
      const text = await answered.body.text();
      if (answered.statusCode !== 200) throw new Error(`answered ${answered.statusCode}: ${text}`);
      return text;
    },
    close: () => pool.destroy(),
  };
}
