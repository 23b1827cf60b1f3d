import { Chance } from '../support/crash-random.ts';
import { clickKinds } from './click-kinds.ts';
import { cryptoKinds } from './crypto-kinds.ts';
import { eventKinds } from './event-kinds.ts';
import type { FuzzRequest, Kind, Target } from './fuzz-request.ts';
import { httpKinds } from './http-kinds.ts';
import { messageKinds } from './message-kinds.ts';

/** Every kind of request. */
export const kinds: readonly Kind[] = [
  ...cryptoKinds,
  ...httpKinds,
  ...eventKinds,
  ...messageKinds,
  ...clickKinds,
];

const total = kinds.reduce((sum, { weight }) => sum + weight, 0);

function drawn(chance: Chance): Kind {
  let rest = chance.number(total);
  for (const kind of kinds) {
    rest -= kind.weight;
    if (rest < 0) return kind;
  }
  return kinds[0] as Kind;
}

/** The n-th request of a seed, whichever process makes it. */
export function requestAt(seed: number, index: number, target: Target): FuzzRequest {
  const chance = new Chance(Math.imul(seed, 2_654_435_761) + index);
  const { name, make } = drawn(chance);
  return { kind: name, ...make(chance, target) };
}
