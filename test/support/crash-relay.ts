import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listening, stopServer } from '#src/shared/server.ts';
import { decryptBody } from '../emulator/decrypt-body.ts';
import type { OnEnd } from './crash-end.ts';
import { testKeys } from './crash-keys.ts';
import type { Chance } from './crash-random.ts';

/** An event on its way to the product, with what became of it. */
export interface Letter {
  /** The message_id of a message, the event_id of a click: what repeats are recognised by. */
  readonly id: string;
  readonly kind: 'message' | 'click';
  readonly headers: Record<string, string>;
  readonly body: string;
  deliveries: number;
  /** How often it was answered with 200. */
  acknowledged: number;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

const unreachable: Answer = { status: 502, body: '' };
const patienceMs = 20_000;
const doubled = 0.1;

interface Envelope {
  readonly header: { readonly event_id: string; readonly event_type: string };
  readonly event: { readonly message?: { readonly message_id: string } };
}

function letterOf(headers: Record<string, string>, body: string): Letter {
  const { header, event } = decryptBody(testKeys.encryptKey, body) as Envelope;
  const fresh = { headers, body, deliveries: 0, acknowledged: 0 };
  const message = event.message?.message_id;
  return message === undefined
    ? { ...fresh, id: header.event_id, kind: 'click' }
    : { ...fresh, id: message, kind: 'message' };
}

function signedPart({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => name.startsWith('x-lark') || name === 'content-type',
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/** Stands between the platform and the product, whose port changes with every start: passes events on and notes which were acknowledged. */
export class Relay {
  readonly letters = new Map<string, Letter>();
  /** Called when an event goes out to a product that listens, and when one was acknowledged. */
  onStep: (step: 'posted' | 'acknowledged') => void = () => {};
  url = '';
  readonly #chance: Chance;
  #repeats = 0;
  #port: number | undefined;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  async listen(onEnd: OnEnd): Promise<void> {
    const server = createServer((request, response) => {
      void this.#pass(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
    });
    await listening(server, { host: '127.0.0.1', port: 0 });
    onEnd(() => stopServer(server));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/event`;
  }

  /** Where the product listens now; undefined while it does not. */
  pointAt(port: number | undefined): void {
    this.#port = port;
  }

  /** Delivers one that was acknowledged again, as it stands; false when it got no 200 this time. */
  async repeatOne(): Promise<boolean> {
    const known = [...this.letters.values()].filter(({ acknowledged }) => acknowledged > 0);
    const letter = this.#chance.one(this.#chance.strikes(0.5) ? known.slice(-5) : known);
    if (!letter) return true;
    this.#repeats += 1;
    return (await this.#deliver(letter)).status === 200;
  }

  /** How many events there were, how often they reached a product that listened, and how many were repeats of acknowledged ones. */
  counts() {
    const all = [...this.letters.values()];
    const deliveries = all.reduce((sum, letter) => sum + letter.deliveries, 0);
    const acknowledged = all.filter((letter) => letter.acknowledged > 0).length;
    return { events: all.length, acknowledged, deliveries, repeats: this.#repeats };
  }

  async #pass(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sealed = letterOf(signedPart(request), Buffer.concat(chunks).toString());
    const letter = this.letters.get(sealed.id) ?? sealed;
    this.letters.set(letter.id, letter);
    const first = this.#deliver(letter);
    // The same event twice at the same moment, only for messages: a click's second answer is an empty one.
    if (letter.kind === 'message' && this.#chance.strikes(doubled)) await this.#deliver(letter);
    return first;
  }

  async #deliver(letter: Letter): Promise<Answer> {
    const port = this.#port;
    if (port === undefined) return unreachable;
    letter.deliveries += 1;
    const { headers, body } = letter;
    const signal = AbortSignal.timeout(patienceMs);
    const url = `http://127.0.0.1:${port}/webhook/event`;
    const posted = fetch(url, { method: 'POST', headers, body, signal });
    this.onStep('posted');
    try {
      const response = await posted;
      const answer = { status: response.status, body: await response.text() };
      if (answer.status === 200) {
        letter.acknowledged += 1;
        this.onStep('acknowledged');
      }
      return answer;
    } catch {
      return unreachable;
    }
  }
}
