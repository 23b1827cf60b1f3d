import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a bot's process says of a stretch of its life. */
export interface Usage {
  /** User and system. */
  readonly cpuMs: number;
  /** 99th percentile of the event loop's delay. */
  readonly loopP99Ms: number;
  readonly rssMb: number;
  /** Documents recorded meanwhile, for bots that record any. */
  readonly recorded: number;
}

/** What a bot's process hears. */
export type Order = 'begin' | 'end';

/** What a bot's process says. */
export type Report = { readonly port: number } | { readonly begun: true } | { readonly usage: Usage };

const say = (report: Report) => process.send?.(report);

/**
 * In a bot's process: tells the parent the port, then measures from `begin` to `end` as often as it is told to. `count` says how many
 * documents are recorded. Ends with the parent.
 */
export function gauge(port: number, count: () => Promise<number> = async () => 0): void {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let cpu = process.cpuUsage();
  let before = 0;
  const orders: Record<Order, () => Promise<void>> = {
    async begin() {
      before = await count();
      delay.reset();
      cpu = process.cpuUsage();
      say({ begun: true });
    },
    async end() {
      const { user, system } = process.cpuUsage(cpu);
      const loopP99Ms = delay.percentile(99) / 1e6;
      const rssMb = process.memoryUsage.rss() / 2 ** 20;
      const recorded = (await count()) - before;
      say({ usage: { cpuMs: (user + system) / 1000, loopP99Ms, rssMb, recorded } });
    },
  };
  process.on('message', (order: Order) => void orders[order]());
  process.on('disconnect', () => process.exit(0));
  say({ port });
}
