import { encrypt, signHeaders } from '#src/webhook/door/sign.ts';
import { testKeys } from '../support/crash-keys.ts';
import type { Chance } from '../support/crash-random.ts';
import type { Kind, Shot, Target } from './fuzz-request.ts';
import { deepJson, oddBytes, oddJson, oddText, spoiltAt } from './odd-values.ts';
import { clickEvent, envelope, genuineEvent, messageEvent, signed, webhookPath } from './sealed-event.ts';

const { encryptKey } = testKeys;

/** A genuine envelope's text with something in it that JSON allows and nobody expects. */
function oddJsonText(chance: Chance): string {
  const genuine = JSON.stringify(genuineEvent(chance));
  const made = [
    () => JSON.stringify(oddJson(chance)) ?? 'null',
    () => '{"headers":null}',
    () => '{"schema":"2.0","header":null,"event":null}',
    () => deepJson(5_000),
    () => `\ufeff${genuine}`,
    () => `${genuine}${genuine}`,
    () => genuine.replace('"schema":"2.0"', '"schema":"2.0","schema":"1.0"'),
    () => genuine.replace('"header":{', '"header":null,"__proto__":{'),
    () => genuine.replace('"event":{', '"event":[],"events":{'),
    () => oddBytes(chance, 300).toString('latin1'),
  ];
  return chance.one(made)?.() ?? genuine;
}

function oddEnvelope(chance: Chance): Shot {
  return signed(oddJsonText(chance), [400, 401]);
}

/** Not UTF-8 within the cipher text: the platform never sends that. */
function invalidText(chance: Chance): Shot {
  const body = JSON.stringify({ encrypt: encryptBytes(oddBytes(chance, 200)) });
  return {
    method: 'POST',
    path: webhookPath,
    headers: signHeaders({ encryptKey, body, nowMs: Date.now() }),
    body,
    allowed: [400],
  };
}

/** `encrypt` takes text; what it makes of these bytes is at least never JSON. */
const encryptBytes = (bytes: Buffer) => encrypt(encryptKey, `\u0000${bytes.toString('latin1')}`);

function spoiltEvent(chance: Chance): Shot {
  const genuine = chance.strikes(0.5)
    ? messageEvent({ person: 'ou_fuzz', chat: 'oc_fuzz', text: 'x' }, { chat_type: 'group' })
    : clickEvent({ person: 'ou_fuzz', message: 'om_none', chat: 'oc_fuzz' }, { value: {}, form_value: {} });
  return signed({ ...genuine, event: spoiltAt(chance, genuine.event) }, [200, 400]);
}

function otherEvent(chance: Chance): Shot {
  const types = [
    'im.chat.updated_v1',
    'im.message.reaction.created_v1',
    '__proto__',
    'constructor',
    'toString',
  ];
  const type = chance.strikes(0.8) ? chance.one(types) : oddText(chance).slice(0, 128);
  return signed(envelope(type ?? 'x', { a: oddJson(chance) }), [200]);
}

/** Somebody the store does not know leaves, or the event says nothing. */
function departure(chance: Chance): Shot {
  const type = chance.one(['contact.user.deleted_v3', 'contact.user.updated_v3']) ?? '';
  const object = chance.one<unknown>([
    { open_id: `ou_gone_${Math.floor(chance.number(1e6))}`, status: { is_resigned: true } },
    { open_id: '__proto__' },
    { open_id: 'ou_demo_C045', status: { is_resigned: 'true', is_frozen: 1, is_exited: [true] } },
    { open_id: ['ou_demo_C045'] },
    oddJson(chance),
  ]);
  // A known person is deleted by the first type whatever else it says.
  const safe = type.includes('deleted') ? { object: { open_id: 'ou_gone' } } : { object };
  return signed(envelope(type, safe), [200, 400]);
}

/** What was accepted before, as it stands. */
function replay(chance: Chance, { accepted }: Target): Shot {
  const again = chance.one(accepted);
  if (!again) return oddEnvelope(chance);
  return { method: 'POST', path: webhookPath, ...again, allowed: [200] };
}

/** Requests with the platform's signature around something that is no sound event, or one that means nothing here. */
export const eventKinds: readonly Kind[] = [
  { name: 'odd envelope', weight: 6, make: oddEnvelope },
  { name: 'invalid text', weight: 2, make: invalidText },
  { name: 'spoilt event', weight: 6, make: spoiltEvent },
  { name: 'other event', weight: 3, make: otherEvent },
  { name: 'departure', weight: 2, make: departure },
  { name: 'replay', weight: 4, make: replay },
];
