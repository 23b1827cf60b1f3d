import type { Arrival, FakeApi } from './fake-api.ts';
import { messageLetter, type Seat } from './letters.ts';
import type { Poster } from './poster.ts';

const patienceMs = 60_000;

/** Somebody says something. */
export interface Asking {
  readonly api: FakeApi;
  readonly poster: Poster;
  readonly who: Seat;
  readonly text: string;
}

/** Posts a message and waits for both its 200 and its reply at the platform; ms from posting to the reply's arrival. */
export async function ask({
  api,
  poster,
  who,
  text,
}: Asking): Promise<Arrival & { readonly latencyMs: number }> {
  const letter = messageLetter(who, text);
  const reply = api.expect(letter.message, who.chat, patienceMs);
  // Its failure is told by the wait below; until then nobody listens.
  reply.catch(() => undefined);
  const beganMs = performance.now();
  await poster.post(letter);
  const arrival = await reply;
  return { ...arrival, latencyMs: arrival.atMs - beganMs };
}
