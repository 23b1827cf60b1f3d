import { describe, expect, it } from 'vitest';
import { aesKeyOf, decrypt } from '#src/webhook/door/decrypt.ts';
import { isFresh } from '#src/webhook/door/freshness.ts';
import { encrypt, sealEvent } from '#src/webhook/door/sign.ts';
import { isSigned, signatureOf } from '#src/webhook/door/verify-signature.ts';

const key = aesKeyOf('test key');
const ownBlob =
  'AAECAwQFBgcICQoLDA0OD6alpwIsMFbSsWTHppjb1mFbEbHqVA7w6g4GoaNv4bGsFOraPcnGNMQAUrWPOZ57J04r/afhGvojYTFFg+cbMiA=';
const ownText = '{"challenge":"abc-123","token":"vt","type":"url_verification"}';
const spaced =
  '{"schema":"2.0", "header":{"event_id":"e1","token":"vt","event_type":"im.message.receive_v1"},"event":{"path":"a\\/b"}}';

function signed(body: string) {
  return { timestamp: '1700000000', nonce: 'nonce-1', body: Buffer.from(body) };
}

describe('decryption', () => {
  it("derives the sheet's key", () => {
    expect(key.toString('hex')).toBe('fa2bdca424f01f01ffb48df93acc35d439c7fd331a1a7fba6ac2fd83aa9ab31a');
  });

  it('reads the official vector', () => {
    expect(decrypt(key, 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')?.toString()).toBe('hello world');
  });

  it('reads and writes the own vector', () => {
    expect(decrypt(key, ownBlob)?.toString()).toBe(ownText);
    expect(encrypt('test key', ownText, Buffer.from([...Array(16).keys()]))).toBe(ownBlob);
  });

  it.each(['', 'AAAA', '!!!!', ownBlob.slice(0, 24), `${ownBlob.slice(0, -8)}AAAAAAA=`])(
    'has no answer to the blob %j instead of throwing',
    (blob) => {
      expect(decrypt(key, blob)).toBeUndefined();
    },
  );
});

describe('the signature', () => {
  it('has the values of the fact sheet', () => {
    expect(signatureOf('test key', signed(JSON.stringify({ encrypt: ownBlob })))).toBe(
      '1b57a366842ab9810902f3ca77e9e74d26e36809e1e9401356a733df4101f54d',
    );
  });

  it('covers the bytes as received, not a re-written JSON', () => {
    const raw = 'db00cd8c0b217f0570a074b10b2b17dbf53ed76ec20faad0082292d1b97c0ed6';
    expect(signatureOf('test key', signed(spaced))).toBe(raw);
    const headers = {
      'x-lark-signature': raw,
      'x-lark-request-timestamp': '1700000000',
      'x-lark-request-nonce': 'nonce-1',
    };
    expect(isSigned('test key', headers, Buffer.from(spaced))).toBe(true);
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(spaced)));
    expect(isSigned('test key', headers, rewritten)).toBe(false);
  });

  it('that is missing is a wrong one', () => {
    expect(isSigned('test key', {}, Buffer.from('{}'))).toBe(false);
  });

  it('of a sealed event verifies', () => {
    const { headers, body } = sealEvent({ encryptKey: 'test key', body: { a: 1 }, nowMs: 1_700_000_000_000 });
    expect(isSigned('test key', headers, Buffer.from(body))).toBe(true);
    expect(isSigned('other key', headers, Buffer.from(body))).toBe(false);
  });
});

describe('freshness', () => {
  const now = 1_700_000_000_000;
  it.each([
    [0, true],
    [299, true],
    [301, false],
    [-8 * 3600 + 1, true],
    [-8 * 3600 - 1, false],
  ])('of a timestamp %i s from now is %s', (seconds, fresh) => {
    expect(isFresh(String(now / 1000 + seconds), now)).toBe(fresh);
  });

  it.each(['', 'x', '1e9', '-1', '1700000000.0', '0x65', '17000000000000000'])(
    'refuses the timestamp %j',
    (timestamp) => {
      expect(isFresh(timestamp, now)).toBe(false);
    },
  );
});
