import { ask } from './ask.ts';
import type { Turn } from './closed-loop.ts';
import type { FakeApi } from './fake-api.ts';
import type { Poster } from './poster.ts';
import { nth, seats } from './seats.ts';

/** What is asked by turns: the own track's last month, a track by its people's word, another month, the district. */
const questions = ['/ranking', '/排名 园区', '/排名 9月', '/排名 全区'];

/** A ranking is a card with a title that says so and a table of places; anything else is a failure. */
function checkRanking({ kind, content }: { kind: string; content: string }): void {
  if (kind !== 'interactive') throw new Error(`not a card but a ${kind}: ${content.slice(0, 200)}`);
  const { header, body } = JSON.parse(content);
  const table = body.elements.some((element: { tag: string }) => element.tag === 'table');
  if (!table || !/排名$/.test(header.title.content))
    throw new Error(`not a ranking: ${content.slice(0, 200)}`);
}

/** Ours: a ranking is asked for and its card comes. */
export function rankingTurn(api: FakeApi, poster: Poster): Turn {
  let count = 0;
  return async (seat) => {
    count += 1;
    const arrival = await ask({ api, poster, who: nth(seats, seat), text: nth(questions, count) });
    checkRanking(arrival);
    return arrival.latencyMs;
  };
}

/** The peer: the same words come back. */
export function echoTurn(api: FakeApi, poster: Poster): Turn {
  let count = 0;
  return async (seat) => {
    count += 1;
    const text = nth(questions, count);
    const { content, latencyMs } = await ask({ api, poster, who: nth(seats, seat), text });
    if (JSON.parse(content).text !== text) throw new Error(`not an echo: ${content.slice(0, 200)}`);
    return latencyMs;
  };
}
