import type { Problem } from '../../domain/enterprise/problem.ts';
import { withStep } from '../../domain/enterprise/problem-history.ts';
import { wentOn } from '../../domain/enterprise/problem-pause.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Cadre } from '../../domain/people/cadre.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';
import { cadresOfUnit, headOf } from './problem-people.ts';

interface Dispatch {
  readonly problem: string;
  readonly unit: string;
  /** A cadre of the unit; undefined: its head. */
  readonly handler: string | undefined;
  readonly actor: Actor;
  readonly now: Instant;
}

async function unitOf(tx: ReadTx, unit: string): Promise<{ id: string; short_name: string }> {
  const found = await tx.get('units', unit);
  if (!found) throw errors.badInput('请选择承办单位后再交办。没有保存任何内容。');
  return found;
}

async function handlerOf(tx: ReadTx, { unit, handler }: { unit: string; handler: string | undefined }) {
  if (handler === undefined) return headOf(tx, unit);
  return (await cadresOfUnit(tx, unit)).find(({ id }) => id === handler);
}

async function chosenHandler(tx: ReadTx, { unit, handler }: Dispatch): Promise<Cadre & { unit: string }> {
  const { id, short_name } = await unitOf(tx, unit);
  const cadre = await handlerOf(tx, { unit: id, handler });
  if (cadre) return { ...cadre, unit: id };
  throw errors.badInput(
    handler === undefined
      ? `${short_name}没有登记主要负责人，请指定经办人后再交办。没有保存任何内容。`
      : `所选经办人不在${short_name}，请重新选择。没有保存任何内容。`,
  );
}

/** The desk hands a problem to a unit; the clock of the answer starts with this dispatch. `from` is the unit that had it before. */
export async function assignProblem(
  tx: WriteTx,
  dispatch: Dispatch,
): Promise<{ problem: Problem; from: string | null }> {
  const { actor, now } = dispatch;
  const problem = await problemForStep(tx, { problem: dispatch.problem, step: 'assign', actor });
  const { id: handler, name, unit } = await chosenHandler(tx, dispatch);
  if (problem.state === 'assigned' && problem.unit === unit && problem.handler === handler) {
    throw errors.alreadyDone(`该诉求已交办给${name}`);
  }
  const assigned: Problem = {
    ...problem,
    ...wentOn(problem, now),
    ...withStep(problem, { what: 'assign', at: now, unit, handler }),
    state: 'assigned',
    assigned_at: now,
    unit,
    handler,
    escalated_to: null,
  };
  await tx.put('problems', assigned);
  return { problem: assigned, from: problem.unit };
}
