import type { Chance } from '../support/crash-random.ts';

/** One button of a card that stands in some chat. */
export interface ShownButton {
  readonly message: string;
  readonly chat: string;
  /** Whose private chat it is; nobody's: a group. */
  readonly reader: string;
  readonly value: Record<string, unknown>;
}

/** What the requests are aimed at. Plain data: it crosses to the sending process. */
export interface Target {
  readonly port: number;
  readonly buttons: readonly ShownButton[];
  /** Sealed events that were accepted before: to be sent again as they stand. */
  readonly accepted: readonly { headers: Record<string, string>; body: string }[];
}

/** A request before its kind is written on it. */
export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
  /** The statuses that keep the promise. */
  readonly allowed: readonly number[];
}

/** Makes a request of one kind; the same chance makes the same one, but for its ids and times. */
export type Make = (chance: Chance, target: Target) => Shot;

/** A kind of request: its name, how often it comes, and how one is made. */
export interface Kind {
  readonly name: string;
  readonly weight: number;
  readonly make: Make;
}

/** A request ready to go. */
export interface FuzzRequest extends Shot {
  readonly kind: string;
}
