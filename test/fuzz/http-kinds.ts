import { sealEvent } from '#src/webhook/door/sign.ts';
import { testKeys } from '../support/crash-keys.ts';
import type { Chance } from '../support/crash-random.ts';
import type { Kind, Shot } from './fuzz-request.ts';
import { deepJson, oddText } from './odd-values.ts';
import { genuineEvent, webhookPath } from './sealed-event.ts';

const json = { 'content-type': 'application/json' };

const pages = [
  '/',
  '/cards',
  '/healthz',
  '/readyz',
  '/metrics',
  '/webhook',
  '/webhook/',
  '/webhook/event/',
  '/webhook/event/x',
  '/webhook//event',
  '/WEBHOOK/EVENT',
  '/open-apis/im/v1/messages',
  '/page/main.js',
  '/api/messages',
  '/.env',
  '/.git/config',
  '/data/store/db.json',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5cwindows',
  '/%00',
  '/%ff%fe',
  '/%',
  '/%E0%A4%A',
  '/__proto__',
  '/constructor/prototype',
  '//evil.example/x',
  '/;/..;/',
];

function page(chance: Chance): Shot {
  const base = chance.one(pages) ?? '/';
  const extra = chance.one([
    '',
    '',
    `?q=${encodeURIComponent(safe(chance))}`,
    '?__proto__[x]=1',
    '?%',
    '#x',
    '/..',
  ]);
  const method = chance.one([
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'DELETE',
    'OPTIONS',
    'PATCH',
    'TRACE',
    'PROPFIND',
  ]);
  const headers = chance.one<Shot['headers']>([
    {},
    { cookie: 'a'.repeat(4000) },
    { host: 'evil.example' },
    { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'evil.example' },
    { range: 'bytes=0-,0-,0-,0-' },
    { 'accept-encoding': '*;q=0', accept: `${'*/*,'.repeat(500)}*` },
    { authorization: 'Basic AAAA' },
    { 'if-none-match': '*', 'if-modified-since': 'never' },
    { expect: '200-ok' },
  ]);
  return {
    method: method ?? 'GET',
    path: `${base}${extra}`,
    headers: headers ?? {},
    body: '',
    allowed: [400, 404, 405, 417],
  };
}

const safe = (chance: Chance) =>
  oddText(chance)
    .slice(0, 200)
    .replace(/\p{Cs}/gu, '');

function longPath(chance: Chance): Shot {
  const length = Math.floor(chance.number(40_000));
  return { method: 'GET', path: `/${'a/'.repeat(length / 2)}`, headers: {}, body: '', allowed: [404, 431] };
}

function otherMethod(chance: Chance): Shot {
  const method = chance.one(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) ?? 'GET';
  return {
    method,
    path: `${webhookPath}${chance.one(['', '?a=1', '?%'])}`,
    headers: json,
    body: '',
    allowed: [405],
  };
}

/** Signed by the platform, but not sent as it sends. */
function otherType(chance: Chance): Shot {
  const { headers, body } = sealEvent({
    encryptKey: testKeys.encryptKey,
    body: genuineEvent(chance),
    nowMs: Date.now(),
  });
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonx',
    '',
    'multipart/form-data; boundary=x',
  ];
  const changed = chance.strikes(0.5)
    ? { 'content-type': chance.one(types) ?? '' }
    : { 'content-encoding': chance.one(['gzip', 'br', 'deflate', 'identity, gzip', 'x']) ?? 'x' };
  return { method: 'POST', path: webhookPath, headers: { ...headers, ...changed }, body, allowed: [415] };
}

function deepBody(chance: Chance): Shot {
  return {
    method: 'POST',
    path: webhookPath,
    headers: json,
    body: deepJson(10_000 + Math.floor(chance.number(50_000))),
    allowed: [401],
  };
}

/** Over 1 MiB, announced or in chunks. */
function hugeBody(chance: Chance): Shot {
  const body = Buffer.alloc(1_048_577 + Math.floor(chance.number(2_000_000)), '{"a":');
  const headers = chance.strikes(0.5) ? json : { ...json, 'transfer-encoding': 'chunked' };
  return { method: 'POST', path: webhookPath, headers, body, allowed: [413] };
}

/** Requests whose head, path or size is wrong. */
export const httpKinds: readonly Kind[] = [
  { name: 'page', weight: 10, make: page },
  { name: 'long path', weight: 1, make: longPath },
  { name: 'other method', weight: 3, make: otherMethod },
  { name: 'other type', weight: 3, make: otherType },
  { name: 'deep body', weight: 0.2, make: deepBody },
  { name: 'huge body', weight: 0.1, make: hugeBody },
];
