import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { demoGroups, demoPeople } from '#src/demonstration/roster.ts';
import { createEmulator } from '#src/emulator/create-emulator.ts';
import type { Emulator } from '#src/emulator/emulator.ts';
import type { Limits } from '#src/emulator/limits.ts';
import { createFeishu } from '#src/feishu/create-feishu.ts';
import { createProduct } from '#src/product.ts';
import { seedDemonstration } from '#src/seed/seed-demonstration.ts';
import { movableClock } from '#src/shared/clock.ts';
import { silentLog } from '#src/shared/log.ts';
import { listening, stopServer } from '#src/shared/server.ts';
import type { Doc } from '#src/store/collections.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openFolderFiles } from '#src/store/json-file/folder-files.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { demoStart, testKeys } from './crash-keys.ts';

/** Kept from before the clock is taken over: the sockets are real and need real time. */
const realTimeout = setTimeout;

/** A call at the platform's door, with the machine time at which it came. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly atMs: number;
}

interface Running {
  readonly store: DocumentStore;
  stop(): Promise<void>;
}

/**
 * The whole product on a store in a folder, before a local platform over HTTP, with the machine's clock in the test's hand: hours pass in
 * moments, while every call goes over a real socket. The product can be restarted; the platform lives on.
 */
export class FaultWorld {
  readonly arrivals: Arrival[] = [];
  emulator!: Emulator;
  /** The product handles events, but its answers do not reach the platform. */
  losesAnswers = false;
  readonly #dir: string;
  readonly #clock = movableClock(demoStart);
  readonly #server: Server;
  #url = '';
  #product: ReturnType<typeof createProduct> | undefined;
  #running: Running | undefined;
  /** Calls at the server, and reads and writes of the store, that are under way. */
  #open = 0;
  #storing = 0;

  private constructor(dir: string) {
    this.#dir = dir;
    this.#server = createServer((request, response) => {
      this.#open += 1;
      response.once('close', () => {
        this.#open -= 1;
      });
      const { url: path = '', method = '' } = request;
      if (path.startsWith('/webhook/')) {
        if (this.losesAnswers) loseAnswer(response);
        if (this.#product) this.#product.listener(request, response);
        else response.socket?.destroy();
        return;
      }
      this.arrivals.push({ method, path, atMs: Date.now() });
      this.emulator.app(request, response);
    });
  }

  /** Seeds the demonstration into a folder of its own and takes the clock over. */
  static async open(limits: Partial<Limits> = {}): Promise<FaultWorld> {
    const dir = await mkdtemp(join(tmpdir(), 'faults-'));
    vi.useFakeTimers({
      now: 1_794_000_000_000,
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
    const world = new FaultWorld(dir);
    await listening(world.#server, { host: '127.0.0.1', port: 0 });
    world.#url = `http://127.0.0.1:${(world.#server.address() as AddressInfo).port}`;
    await world.#seed(limits);
    await world.start();
    return world;
  }

  async #seed(limits: Partial<Limits>): Promise<void> {
    const store = await openJsonFileStore({ dir: this.#dir, mode: 'demo', log: silentLog });
    const vault = await openFileVault({ dir: this.#dir });
    const when = { until: demoStart, at: demoStart };
    await seedDemonstration({ store, vault, folder: 'data/demo', ...when, log: silentLog });
    const [people, groups] = [await demoPeople(store), await demoGroups(store)];
    await store.close();
    this.emulator = createEmulator({
      credentials: { ...testKeys, botOpenId: 'ou_demo_bot', botName: '强引擎', tenant: 'tk_demo' },
      webhookUrl: () => `${this.#url}/webhook/event`,
      people: () => people,
      chats: () => groups,
      samples: () => [],
      clock: this.#clock,
      log: silentLog,
      trace: { subscribe: () => () => {}, recent: () => [] },
      limits,
    });
  }

  /** Starts the product on what the folder holds. */
  async start(): Promise<void> {
    const store = this.#watched(await openJsonFileStore({ dir: this.#dir, mode: 'demo', log: silentLog }));
    const vault = await openFileVault({ dir: this.#dir });
    const files = await openFolderFiles({ dir: this.#dir });
    const feishu = createFeishu({ ...testKeys, baseUrl: this.#url, log: silentLog });
    const product = createProduct({
      ...{ store, vault, files, feishu, clock: this.#clock, log: silentLog, keys: testKeys, demo: true },
      calendar: loadCalendar(['data/seed'], [2025, 2026, 2027]),
    });
    await product.start();
    this.#product = product;
    this.#running = {
      store,
      async stop() {
        await product.stop();
        feishu.close();
        await store.close();
      },
    };
  }

  #watched(store: DocumentStore): DocumentStore {
    const counted = <T>(work: Promise<T>): Promise<T> => {
      this.#storing += 1;
      return work.finally(() => {
        this.#storing -= 1;
      });
    };
    return {
      ...store,
      read: (run) => counted(store.read(run)),
      write: (meta, run) => counted(store.write(meta, run)),
    };
  }

  /** Stops the product as a deployment does; events then find nobody. Time passes while it sends what is due. */
  async stopProduct(): Promise<void> {
    this.#product = undefined;
    let ended = false;
    const ending = Promise.resolve(this.#running?.stop()).finally(() => {
      ended = true;
    });
    while (!ended) await this.pass(500, 250);
    await ending;
    this.#running = undefined;
  }

  async restart(): Promise<void> {
    await this.stopProduct();
    await this.start();
  }

  async close(): Promise<void> {
    this.emulator.faults.clear();
    await this.stopProduct();
    await stopServer(this.#server);
    vi.useRealTimers();
    await rm(this.#dir, { recursive: true, force: true });
  }

  get store(): DocumentStore {
    if (!this.#running) throw new Error('the product is not running');
    return this.#running.store;
  }

  /** Lets so much time pass, at most `stepMs` at once; after each step what goes over the sockets comes to rest. */
  async pass(ms: number, stepMs = Math.max(20, Math.min(ms / 20, 30_000))): Promise<void> {
    for (let left = ms; left > 0; left -= stepMs) {
      await vi.advanceTimersByTimeAsync(Math.min(stepMs, left));
      await this.settle();
    }
  }

  /** Waits in real time until the store and the sockets are at rest; a call that hangs is not waited for. */
  async settle(): Promise<void> {
    for (let quiet = 0, open = 0; quiet < 3 && open < 40; ) {
      const before = this.arrivals.length;
      await new Promise((resolve) => realTimeout(resolve, 1));
      const resting = this.#storing === 0 && this.arrivals.length === before;
      quiet = resting && this.#open === 0 ? quiet + 1 : 0;
      open = resting && this.#open > 0 ? open + 1 : 0;
    }
  }

  /** Lets hours pass in which only the outbox's and the jobs' polling matters: every minute counts as two seconds. */
  async leap(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 60_000) {
      vi.setSystemTime(Date.now() + 58_000);
      await vi.advanceTimersByTimeAsync(2000);
      await this.settle();
    }
  }

  /** Moves `context.now` on, as the demonstration's page does. */
  moveTo(instant: string): void {
    this.#clock.moveTo(instant);
  }

  now(): string {
    return this.#clock.now();
  }

  outbox(): Promise<Doc<'outbox'>[]> {
    return this.store.read((tx) => tx.all('outbox'));
  }

  async parked(): Promise<Doc<'outbox'>[]> {
    return (await this.outbox()).filter(({ state }) => state === 'parked').sort((a, b) => a.seq - b.seq);
  }
}

/** The answer is made, and the connection dies before it leaves. */
function loseAnswer(response: ServerResponse): void {
  response.end = () => {
    response.socket?.destroy();
    return response;
  };
}
