import type { Log } from '../../shared/log.ts';
import type { Faults } from '../faults.ts';
import type { PlatformEvent } from './event-body.ts';
import { type Delivery, type Doorway, postEvent } from './post-event.ts';

/** One delivery of an event, for the side panel: once when it goes out, once more with what came of it. */
export interface DeliveryNote {
  readonly event: PlatformEvent;
  readonly delivery?: Delivery;
  /** 1 for the first. */
  readonly attempt: number;
}

/** Carries message events to the webhook: again when it got no 200, twice or late when a fault says so (fact sheet §1.6). */
export class Courier {
  readonly #doorway: Doorway;
  readonly #faults: Faults;
  readonly #log: Log;
  readonly #note: (note: DeliveryNote) => void;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(parts: { doorway: Doorway; faults: Faults; log: Log; note: (note: DeliveryNote) => void }) {
    this.#doorway = parts.doorway;
    this.#faults = parts.faults;
    this.#log = parts.log;
    this.#note = parts.note;
  }

  /** Delivers a message event; resolves after the first attempt, or at once when it is to be late. */
  async carry(event: PlatformEvent): Promise<void> {
    const fault = this.#faults.takeForEvent();
    if (fault?.kind === 'late')
      return this.#later(this.#doorway.limits.lateMs, () => this.#attempt(event, 1));
    await this.#attempt(event, 1);
    if (fault?.kind === 'twice') await this.#attempt(event, 2);
  }

  /** Delivers a callback once; callbacks are never delivered again. */
  async ask(event: PlatformEvent): Promise<Delivery> {
    return this.#post(event, 1);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async #attempt(event: PlatformEvent, attempt: number): Promise<void> {
    const delivery = await this.#post(event, attempt);
    const accepted = delivery.outcome === 'answered' && delivery.status === 200;
    if (accepted) return;
    const wait = this.#doorway.limits.redeliverAfterMs[attempt - 1];
    this.#log.warn({ event: event.id, attempt, again: wait }, 'event not accepted');
    if (wait !== undefined) this.#later(wait, () => this.#attempt(event, attempt + 1));
  }

  async #post(event: PlatformEvent, attempt: number): Promise<Delivery> {
    this.#note({ event, attempt });
    const delivery = await postEvent(this.#doorway, event);
    this.#note({ event, delivery, attempt });
    return delivery;
  }

  #later(ms: number, deliver: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void deliver();
    }, ms);
    timer.unref();
    this.#timers.add(timer);
  }
}
