import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { Turn } from './closed-loop.ts';
import type { FakeApi } from './fake-api.ts';
import { clickLetter } from './letters.ts';
import type { Poster } from './poster.ts';
import { nth } from './seats.ts';
import { type Reporter, reporters } from './sentences.ts';

/** Nobody presses sooner; it counts neither as ours nor as the peer's time. */
const thinkMs = 20;
const mostPresses = 50;

interface Journey {
  readonly api: FakeApi;
  readonly poster: Poster;
  /** The callback value of the button to press. */
  readonly button: (card: unknown) => object | undefined;
  /** What the toast says when it has taken effect. */
  readonly done: RegExp;
}

function callbackValues(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(callbackValues);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && node.type === 'callback' && 'value' in node ? [Object(node.value)] : [];
  return [...own, ...Object.values(node).flatMap(callbackValues)];
}

/** A card's button of one action. */
const buttonOf = (action: string) => (card: unknown) =>
  callbackValues(card).find((value) => value.action === action);

async function press(
  journey: Journey,
  who: Reporter,
  card: { message: string; value: object },
): Promise<number> {
  let spentMs = 0;
  for (let presses = 1; presses <= mostPresses; presses += 1) {
    await pause(thinkMs);
    const beganMs = performance.now();
    const answer = JSON.parse(await journey.poster.post(clickLetter(who, card.message, card.value)));
    spentMs += performance.now() - beganMs;
    const said = String(answer.toast?.content);
    if (journey.done.test(said)) return spentMs;
    // Pressed before the bot has learned which message its card became: people press again.
    if (!said.includes('刚刚发出')) throw new Error(`the press was answered: ${said}`);
  }
  throw new Error(`pressed ${mostPresses} times without effect`);
}

function journeyTurn(journey: Journey): Turn {
  let count = 0;
  return async (seat) => {
    count += 1;
    const who = nth(reporters, seat);
    const arrival = await ask({ ...journey, who, text: who.say(count) });
    const value = journey.button(JSON.parse(arrival.content));
    if (!value) throw new Error(`nothing to confirm: ${arrival.content.slice(0, 300)}`);
    return arrival.latencyMs + (await press(journey, who, { message: arrival.message, value }));
  };
}

/** Ours: a value is said, its confirmation card comes, the press records it. */
export function reportTurn(api: FakeApi, poster: Poster): Turn {
  return journeyTurn({ api, poster, button: buttonOf('report.confirm'), done: /^已记录 1 项$/ });
}

/** The peer: the same sentence comes back as a card whose button is answered. */
export function echoedTurn(api: FakeApi, poster: Poster): Turn {
  return journeyTurn({ api, poster, button: buttonOf('echo.confirm'), done: /^已确认$/ });
}
