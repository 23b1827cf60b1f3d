import type { SheetKind } from '../domain/import/plan/import-plan.ts';
import type { Actor } from '../domain/people/actor.ts';
import { holds } from './authorize.ts';
import type { PermissionName } from './permissions.ts';

/** Who may import which kind of sheet (domain §1). */
const permissionOfKind = {
  units: 'import.roster',
  cadres: 'import.roster',
  task_forces: 'import.roster',
  indicators: 'import.rules',
  tracks: 'import.rules',
  benchmarks: 'import.rules',
  assignments: 'import.rules',
  reports: 'import.values',
} as const satisfies Record<SheetKind, PermissionName>;

/** The permissions that the person lacks for these kinds of sheet, each once. */
export function missingForImport(actor: Actor, kinds: readonly SheetKind[]): PermissionName[] {
  const needed = new Set(kinds.map((kind) => permissionOfKind[kind]));
  return [...needed].filter((permission) => !holds(actor, permission));
}

/** Whether the person imports values of every unit; else only those that they may report anyway. */
export function importsAllValues(actor: Actor): boolean {
  return actor.roles.includes('assessment_office');
}
