import type { Report } from '../../domain/assessment/records/report.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import type { Awaiting } from './list-awaiting.ts';
import { lockRefusal } from './lock-refusal.ts';

interface Deciding {
  readonly values: readonly Awaiting[];
  readonly actor: Actor;
  readonly now: Instant;
}

async function decide(tx: WriteTx, report: Report, decision: Partial<Report>): Promise<Report> {
  const decided = { ...report, ...decision };
  await tx.put('reports', decided);
  return decided;
}

/** Confirms values that wait (审核通过), all or none. */
export async function confirmValues(tx: WriteTx, { values, actor, now }: Deciding): Promise<Report[]> {
  const decision = { state: 'confirmed', decided_by: actor.id, decided_at: now } as const;
  return Promise.all(values.map(({ report }) => decide(tx, report, decision)));
}

/** Throws `bad_input` where the month of one of the values is locked, so that it cannot be returned. */
export async function checkReturnable(
  tx: ReadTx,
  { values, now }: Pick<Deciding, 'values' | 'now'>,
): Promise<void> {
  for (const { report } of values) {
    const locked = await lockRefusal(tx, report, now);
    if (locked) throw errors.badInput(`${locked}没有退回任何数据。`);
  }
}

/** Returns values that wait, with the reason (退回), all or none: a value from before comes into force again. Throws where their month is locked. */
export async function returnValues(
  tx: WriteTx,
  { values, actor, now, reason }: Deciding & { reason: string },
): Promise<Report[]> {
  await checkReturnable(tx, { values, now });
  tx.because(`退回：${reason}`);
  const decision = { state: 'returned', reason, decided_by: actor.id, decided_at: now } as const;
  return Promise.all(values.map(({ report }) => decide(tx, report, decision)));
}
