import type { Doc } from '../../store/collections.ts';
import { continueAfter } from '../sequence.ts';
import { type AttemptDeps, attempt, type Outcome } from './attempt.ts';
import type { Lane, Turn } from './lane.ts';
import { Lanes } from './lanes.ts';
import type { OutboxPace } from './pace.ts';

interface DispatcherDeps extends AttemptDeps {
  readonly pace: OutboxPace;
  readonly concurrency: number;
  readonly queued: () => Promise<Doc<'outbox'>[]>;
}

/** `context.now` can jump (the emulator moves it), so what is held back is looked at every second. */
const pollMs = 1000;
/** How long after a failed journal write the next try is made. */
const storeWaitMs = 5000;

const longQueue = 1000;

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Decides who goes next and when; keeps places in memory, never content. */
export class Dispatcher {
  readonly #deps: DispatcherDeps;
  readonly #lanes: Lanes;
  readonly #underWay = new Set<Promise<void>>();
  #idlers: (() => void)[] = [];
  #running = false;
  #reading: Promise<void> | undefined;
  #readAgain = false;
  #poll: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
    this.#lanes = new Lanes(deps.pace);
  }

  get running(): boolean {
    return this.#running;
  }

  /** Begins with what the store holds queued. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#poll = setInterval(() => {
      this.#lanes.tidy(this.#deps.machineMs());
      this.wake();
    }, pollMs);
    this.wake();
  }

  /** Reads what is queued; calls during a reading share the next one. */
  wake(): void {
    if (!this.#running) return;
    this.#readAgain = this.#reading !== undefined;
    this.#reading ??= this.#read();
  }

  /** Resolves when nothing is left but what quiet hours hold back. */
  idle(): Promise<void> {
    return this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#idlers.push(resolve));
  }

  /** Starts nothing more and waits for the calls under way. */
  async stop(): Promise<void> {
    this.#running = false;
    clearInterval(this.#poll);
    clearTimeout(this.#timer);
    await Promise.all([this.#reading, ...this.#underWay]);
    this.#tellIdlers();
  }

  async #read(): Promise<void> {
    // A long queue takes minutes to send, so there is no hurry to read all of it again after each event.
    if (this.#lanes.size > longQueue) await sleep(pollMs);
    try {
      const docs = await this.#deps.queued();
      docs.sort((a, b) => a.seq - b.seq);
      continueAfter(docs.at(-1)?.seq ?? 0);
      this.#lanes.add(docs);
    } catch (cause) {
      this.#deps.log.error({ err: cause }, 'the outbox cannot read the store');
    }
    this.#reading = undefined;
    if (this.#readAgain) this.wake();
    this.#pump();
  }

  #pump(): void {
    const { clock, machineMs, concurrency } = this.#deps;
    clearTimeout(this.#timer);
    while (this.#running && this.#underWay.size < concurrency) {
      const next = this.#lanes.next(clock(), machineMs());
      if ('lane' in next) this.#launch(next.lane, next.turn);
      else {
        // The poll comes every second anyway.
        if (next.waitMs < pollMs) this.#timer = setTimeout(() => this.#pump(), next.waitMs);
        break;
      }
    }
    this.#tellIdlers();
  }

  #launch(lane: Lane, turn: Turn): void {
    const { log, machineMs } = this.#deps;
    this.#lanes.take(lane, machineMs());
    const work = attempt(this.#deps, turn)
      .then((outcome) => this.#settle(lane, turn, outcome))
      .catch((cause: unknown) => {
        log.error({ err: cause, outbox: turn.entry.id }, 'the outbox cannot write to the store');
        lane.waitUntilMs = machineMs() + storeWaitMs;
      })
      .finally(() => {
        lane.busy = false;
        this.#underWay.delete(work);
        this.#pump();
      });
    this.#underWay.add(work);
  }

  #settle(lane: Lane, turn: Turn, outcome: Outcome): void {
    if (outcome.next === 'again') {
      const untilMs = this.#deps.machineMs() + outcome.waitMs;
      if (outcome.of === 'app') this.#lanes.holdAll(untilMs);
      else lane.waitUntilMs = untilMs;
      return;
    }
    if (outcome.next === 'blocked') {
      this.#lanes.block(lane);
      return;
    }
    this.#lanes.settled(lane, turn);
    if (outcome.instead !== undefined) this.#lanes.putInPlace(lane, turn, outcome.instead);
  }

  #isIdle(): boolean {
    if (!this.#running) return this.#underWay.size === 0;
    return !this.#reading && this.#underWay.size === 0 && this.#lanes.isQuiet(this.#deps.clock());
  }

  #tellIdlers(): void {
    if (this.#idlers.length === 0 || !this.#isIdle()) return;
    const idlers = this.#idlers;
    this.#idlers = [];
    for (const resolve of idlers) resolve();
  }
}
