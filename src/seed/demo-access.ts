import type { TaskForce } from '../domain/assessment/records/task-force.ts';
import type { Unit } from '../domain/assessment/records/unit.ts';
import type { Binding } from '../domain/people/binding.ts';
import type { Cadre } from '../domain/people/cadre.ts';
import type { Chat } from '../domain/people/chat.ts';
import type { Instant } from '../shared/time.ts';

interface People {
  readonly cadres: readonly Cadre[];
  readonly enterprises: readonly { readonly id: string }[];
  readonly at: Instant;
}

/** In the demonstration cadre `X` is `ou_demo_X`, and an enterprise's person `ou_demo_<enterprise id>`. */
export function demoBindings({ cadres, enterprises, at }: People): Binding[] {
  const bound = { bound_by: 'system', bound_at: at };
  return [
    ...cadres.map(({ id }) => ({ id: `ou_demo_${id}`, cadre: id, ...bound })),
    ...enterprises.map(({ id }) => ({ id: `ou_demo_${id}`, enterprise: id, ...bound })),
  ];
}

interface Groups {
  readonly units: readonly Unit[];
  readonly taskForces: readonly TaskForce[];
  readonly at: Instant;
}

/** The demonstration's registered groups: leaders, public ranking, one per task force and unit. */
export function demoChats({ units, taskForces, at }: Groups): Chat[] {
  const registered = { registered_by: 'system', registered_at: at };
  return [
    { id: 'oc_demo_leaders', kind: 'leaders', ...registered },
    { id: 'oc_demo_ranking', kind: 'public_ranking', ...registered },
    ...taskForces.map(({ id }) => ({
      id: `oc_demo_tf_${id}`,
      kind: 'task_force' as const,
      of: id,
      ...registered,
    })),
    ...units.map(({ id }) => ({ id: `oc_demo_unit_${id}`, kind: 'unit' as const, of: id, ...registered })),
  ];
}
