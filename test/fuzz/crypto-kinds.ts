import { encrypt, sealEvent, signHeaders } from '#src/webhook/door/sign.ts';
import { testKeys } from '../support/crash-keys.ts';
import type { Chance } from '../support/crash-random.ts';
import type { Kind, Shot } from './fuzz-request.ts';
import { oddBytes, oddJson, oddText } from './odd-values.ts';
import { envelope, genuineEvent, signed, webhookPath } from './sealed-event.ts';

const { encryptKey } = testKeys;
const hourMs = 3_600_000;
const json = { 'content-type': 'application/json' };

const post = (body: string | Buffer, headers: Shot['headers'], allowed: readonly number[]): Shot => ({
  method: 'POST',
  path: webhookPath,
  headers,
  body,
  allowed,
});

const sealed = (chance: Chance, nowMs = Date.now(), key = encryptKey) =>
  sealEvent({ encryptKey: key, body: genuineEvent(chance), nowMs });

function flipped(chance: Chance, text: string): Buffer {
  const bytes = Buffer.from(text);
  const at = Math.floor(chance.number(bytes.length));
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance.number(8)));
  return bytes;
}

function resigned(blob: string, allowed: readonly number[]): Shot {
  const body = JSON.stringify({ encrypt: blob });
  return post(body, signHeaders({ encryptKey, body, nowMs: Date.now() }), allowed);
}

function noise(chance: Chance): Shot {
  const bodies = [
    () => oddBytes(chance, 400),
    () => oddText(chance),
    () => JSON.stringify(oddJson(chance)) ?? '',
    () => '{"headers":null}',
    () => '{"encrypt":null}',
    () => `{"encrypt":"a","encrypt":${JSON.stringify(oddJson(chance)) ?? 1}}`,
    () => JSON.stringify({ encrypt: oddBytes(chance, 400).toString('base64') }),
    () => '{"__proto__":{"encrypt":"AAAA"},"constructor":{"prototype":{"encrypt":"AAAA"}}}',
    () => JSON.stringify(genuineEvent(chance)),
  ];
  return post(chance.one(bodies)?.() ?? '', json, [401]);
}

const headerNames = ['x-lark-signature', 'x-lark-request-timestamp', 'x-lark-request-nonce'] as const;

function wrongHeader(chance: Chance): Shot {
  const { headers, body } = sealed(chance);
  const name = chance.one(headerNames) ?? 'x-lark-signature';
  const right = headers[name] ?? '';
  const { [name]: _, ...without } = headers;
  const wrong = [
    { ...without },
    { ...headers, [name]: '' },
    { ...headers, [name]: right.slice(0, -1) },
    { ...headers, [name]: `${right}0` },
    { ...headers, [name]: [right, right] },
    { ...headers, [name]: 'x'.repeat(4000) },
    { ...headers, [name]: 'é'.repeat(64) },
    { ...headers, [name]: '__proto__' },
  ];
  return post(body, chance.one(wrong) ?? without, [401]);
}

function wrongTime(chance: Chance): Shot {
  const away = chance.strikes(0.5)
    ? -8 * hourMs - 5_000 - chance.number(1e12)
    : 6 * 60_000 + chance.number(1e11);
  const { headers, body } = sealed(chance, Date.now() + away);
  return post(body, headers, [401]);
}

function oddTime(chance: Chance): Shot {
  const body = JSON.stringify({ encrypt: encrypt(encryptKey, JSON.stringify(genuineEvent(chance))) });
  const nowMs = chance.one([Number.NaN, Infinity, -1, 1e300, -1e15]) ?? 0;
  return post(body, signHeaders({ encryptKey, body, nowMs }), [401]);
}

function brokenCipher(chance: Chance): Shot {
  const blob = Buffer.from(encrypt(encryptKey, JSON.stringify(genuineEvent(chance))), 'base64');
  const broken = [
    () => blob.subarray(0, Math.floor(chance.number(blob.length))),
    () => Buffer.concat([blob, oddBytes(chance, 64)]).subarray(1),
    () => flipped(chance, blob.toString('latin1')).subarray(0, 48),
    () => oddBytes(chance, 300),
    () => Buffer.alloc(0),
  ];
  return resigned((chance.one(broken)?.() ?? blob).toString('base64'), [400]);
}

function wrongToken(chance: Chance): Shot {
  const header = chance.one([
    { token: oddText(chance) },
    { token: testKeys.verificationToken.toUpperCase() },
    { app_id: 'cli_another' },
    { app_id: oddText(chance) },
  ]);
  return signed(envelope('im.message.receive_v1', genuineEvent(chance).event, header), [401]);
}

function challenge(chance: Chance): Shot {
  const words = { type: 'url_verification', challenge: oddText(chance), token: oddText(chance) };
  const body = chance.strikes(0.5)
    ? JSON.stringify(words)
    : JSON.stringify({ encrypt: encrypt(encryptKey, JSON.stringify(words)) });
  return post(body, json, [401]);
}

/** Requests that the platform has not signed, or not over these bytes, or not now. */
export const cryptoKinds: readonly Kind[] = [
  { name: 'noise', weight: 12, make: noise },
  { name: 'wrong key', weight: 6, make: wrongKey },
  { name: 'wrong header', weight: 10, make: wrongHeader },
  { name: 'bit turned', weight: 10, make: bitTurned },
  { name: 'stale or future', weight: 6, make: wrongTime },
  { name: 'odd time', weight: 2, make: oddTime },
  { name: 'broken cipher', weight: 6, make: brokenCipher },
  { name: 'wrong token or app', weight: 4, make: wrongToken },
  { name: 'challenge', weight: 3, make: challenge },
];

function wrongKey(chance: Chance): Shot {
  const { headers, body } = sealed(chance, Date.now(), `${encryptKey} `);
  return post(body, headers, [401]);
}

function bitTurned(chance: Chance): Shot {
  const { headers, body } = sealed(chance);
  return post(flipped(chance, body), headers, [401]);
}
