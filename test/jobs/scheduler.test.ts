import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import { defineJob, type JobContext } from '#src/jobs/define-job.ts';
import { createScheduler } from '#src/jobs/scheduler.ts';
import { silentLog } from '#src/shared/log.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';

describe('the scheduler', () => {
  let store: DocumentStore;
  beforeEach(() => {
    store = createMemoryStore({ mode: 'demo' });
    vi.useFakeTimers({ now: 1_800_000_000_000 });
  });
  afterEach(() => vi.useRealTimers());

  const schedulerOf = (run: (context: JobContext) => Promise<undefined>, error = vi.fn()) =>
    createScheduler([defineJob({ name: 'test', every: 1000, run })], {
      store,
      clock: () => '2026-11-06T09:00:00+08:00',
      machineMs: () => Date.now(),
      log: { ...silentLog, error },
      calendar: workCalendar([]),
      demo: true,
      queue: async () => {},
    });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('runs a job at the start and then after each interval', async () => {
    const run = vi.fn(async () => undefined);
    const scheduler = schedulerOf(run);
    scheduler.start();
    await pass(3500);
    expect(run).toHaveBeenCalledTimes(4);
    await scheduler.stop();
    await pass(5000);
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('never lets a job overlap itself', async () => {
    let atOnce = 0;
    let most = 0;
    const scheduler = schedulerOf(async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      atOnce -= 1;
      return undefined;
    });
    scheduler.start();
    await pass(10_000);
    expect(most).toBe(1);
    const stopped = scheduler.stop();
    await pass(3000);
    await stopped;
    expect(atOnce).toBe(0);
  });

  it('logs a job that fails, changes nothing by it, and runs it again', async () => {
    const error = vi.fn();
    const run = vi.fn(async ({ tx }: JobContext) => {
      await tx.put('settings', { id: 'half', value: {} });
      throw new Error('broken');
    });
    const scheduler = schedulerOf(run, error);
    scheduler.start();
    await pass(1500);
    expect(run).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledTimes(2);
    expect(await store.read((tx) => tx.get('settings', 'half'))).toBeUndefined();
    await scheduler.stop();
  });
});
