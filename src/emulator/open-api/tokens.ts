import { randomBytes } from 'node:crypto';
import { Refusal } from './refusal.ts';

interface Token {
  readonly value: string;
  readonly endsMs: number;
}

const renewBeforeMs = 30 * 60 * 1000;

/** Tenant tokens as the platform gives them: the same one while it has half an hour left, then a new one beside it (fact sheet §4.1). */
export class Tokens {
  readonly #lifeMs: number;
  #valid: Token[] = [];

  constructor(lifeSeconds: number) {
    this.#lifeMs = lifeSeconds * 1000;
  }

  /** The token to use now and its remaining seconds. */
  give(): { value: string; expire: number } {
    const now = Date.now();
    this.#valid = this.#valid.filter(({ endsMs }) => endsMs > now);
    const latest = this.#valid.at(-1);
    const token = latest && latest.endsMs - now > renewBeforeMs ? latest : this.#issue(now);
    return { value: token.value, expire: Math.floor((token.endsMs - now) / 1000) };
  }

  /** Refuses an `Authorization` header that is missing, malformed, unknown or expired. */
  check(authorization: string | undefined): void {
    if (!authorization) throw new Refusal(99991661, 'Missing access token for authorization.');
    const value = /^Bearer (t-[0-9a-f]+)$/.exec(authorization)?.[1];
    if (!value) throw new Refusal(99991671, 'Invalid access token format, must start with t- or u-.');
    const known = this.#valid.some((token) => token.value === value && token.endsMs > Date.now());
    if (!known)
      throw new Refusal(
        99991663,
        'Invalid access token for authorization. Please make a request with token attached.',
      );
  }

  revokeAll(): void {
    this.#valid = [];
  }

  #issue(now: number): Token {
    const token = { value: `t-${randomBytes(16).toString('hex')}`, endsMs: now + this.#lifeMs };
    this.#valid.push(token);
    return token;
  }
}
