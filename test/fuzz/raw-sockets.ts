import { connect } from 'node:net';
import { Chance } from '../support/crash-random.ts';
import { count, type Tally } from './tally.ts';

interface RawShot {
  readonly kind: string;
  readonly first: string | Buffer;
  /** Sent byte by byte, one every so many ms, until the server has had enough. */
  readonly dripMs?: number;
  /** Hang up at once after sending. */
  readonly leave?: boolean;
  /** Statuses that keep the promise; '' is a closed connection without an answer. */
  readonly allowed: readonly string[];
}

const head = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\n`;
const post = 'POST /webhook/event HTTP/1.1';
const host = 'Host: 127.0.0.1';
const json = 'Content-Type: application/json';
const refused = ['400', ''];

const shots: readonly RawShot[] = [
  { kind: 'raw: no HTTP', first: '\u0000\u0001\u0002\r\n\r\n', allowed: refused },
  { kind: 'raw: TLS hello', first: Buffer.from('160301020001000001fc0303', 'hex'), allowed: refused },
  {
    kind: 'raw: two lengths',
    first: `${head([post, host, json, 'Content-Length: 2', 'Content-Length: 5'])}{}`,
    allowed: refused,
  },
  {
    kind: 'raw: length and chunks',
    first: `${head([post, host, json, 'Content-Length: 2', 'Transfer-Encoding: chunked'])}0\r\n\r\n`,
    allowed: refused,
  },
  {
    kind: 'raw: bad chunk',
    first: `${head([post, host, json, 'Transfer-Encoding: chunked'])}zz\r\n{}\r\n`,
    allowed: refused,
  },
  {
    kind: 'raw: NUL in a header',
    first: head([post, host, json, 'X-A: a\u0000b', 'Content-Length: 0']),
    allowed: refused,
  },
  {
    kind: 'raw: folded header',
    first: head([post, host, 'X-A: a', ' b', 'Content-Length: 0']),
    allowed: [...refused, '415'],
  },
  { kind: 'raw: no host', first: head(['GET / HTTP/1.1']), allowed: refused },
  { kind: 'raw: HTTP/0.9', first: 'GET /\r\n\r\n', allowed: ['404', ...refused] },
  {
    kind: 'raw: head of 100 kB',
    first: head([post, host, json, `X-A: ${'a'.repeat(100_000)}`]),
    allowed: ['431', ''],
  },
  {
    kind: 'raw: 3,000 headers',
    first: head([
      post,
      host,
      json,
      'Content-Length: 2',
      ...Array.from({ length: 3000 }, (_, n) => `X-${n}: a`),
    ]),
    allowed: ['431', '401', '413', '408', ''],
  },
  { kind: 'raw: pipelined', first: head(['GET / HTTP/1.1', host]).repeat(30), allowed: ['404'] },
  {
    kind: 'raw: broken off',
    first: `${head([post, host, json, 'Content-Length: 500'])}{"encrypt":"`,
    leave: true,
    allowed: [''],
  },
  {
    kind: 'raw: upgrade',
    first: head([
      'GET /webhook/event HTTP/1.1',
      host,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Key: AAAA',
    ]),
    allowed: ['405', '404', ''],
  },
  {
    kind: 'raw: CONNECT',
    first: head(['CONNECT evil.example:443 HTTP/1.1', host]),
    allowed: ['400', '404', ''],
  },
];

const slow: readonly RawShot[] = [
  { kind: 'slow: head', first: `${post}\r\n${host}\r\nX-A: `, dripMs: 200, allowed: ['408', '400', ''] },
  {
    kind: 'slow: body',
    first: head([post, host, json, 'Content-Length: 10000']),
    dripMs: 200,
    allowed: ['408', '400', ''],
  },
  { kind: 'slow: says nothing', first: '', dripMs: 3_600_000, allowed: ['408', '400', ''] },
];

/** The status, '' when the connection ended without one, `open` when the server was still waiting after `patienceMs`. */
function shoot(port: number, { first, dripMs, leave }: RawShot, patienceMs: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (first.length > 0) socket.write(first);
      if (leave) socket.destroy();
      else if (dripMs === undefined) socket.end();
    });
    let heard = '';
    const dripping = dripMs === undefined ? undefined : setInterval(() => socket.write('a'), dripMs);
    const done = (got: string) => {
      clearInterval(dripping);
      clearTimeout(timer);
      socket.destroy();
      resolve(got);
    };
    const timer = setTimeout(() => done('open'), patienceMs);
    const status = () => /^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? '';
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1').slice(0, 100);
    });
    socket.on('error', () => undefined);
    socket.once('close', () => done(status()));
  });
}

const patienceMs = 20_000;

/** Sends what no HTTP client would, on connections of their own: each kind `times` times, in another order for each seed. */
export async function shootRaw(
  port: number,
  { seed, times }: { seed: number; times: number },
): Promise<Tally> {
  const tally: Tally = { counts: {}, breaches: [] };
  const chance = new Chance(seed);
  const all = chance.shuffled(Array.from({ length: times }, () => shots).flat());
  for (const [index, shot] of all.entries()) {
    const got = await shoot(port, shot, patienceMs);
    count(tally, { kind: shot.kind, index, got }, shot.allowed.includes(got));
  }
  return tally;
}

/** Holds connections open without ever finishing: the server must end every one of them within 20 s. */
export async function shootSlow(port: number, connections: number): Promise<Tally> {
  const tally: Tally = { counts: {}, breaches: [] };
  const held = Array.from({ length: connections }, (_, index) => slow[index % slow.length] as RawShot);
  await Promise.all(
    held.map(async (shot, index) => {
      const got = await shoot(port, shot, patienceMs);
      count(tally, { kind: shot.kind, index, got }, shot.allowed.includes(got));
    }),
  );
  return tally;
}
