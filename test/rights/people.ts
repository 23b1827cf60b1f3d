import type { Cadre } from '#src/domain/people/cadre.ts';
import { type Role, roleSchema } from '#src/domain/people/role.ts';

/** Somebody who asks, as domain §1 knows them: written down here, not read from the product's own idea of an actor. */
export interface Person {
  /** What the matrix calls them. */
  readonly name: string;
  readonly openId: string;
  readonly roles: readonly Role[];
  /** Both posts' units. */
  readonly units: readonly string[];
  readonly cadre?: string;
  readonly enterprise?: string;
  readonly outsider?: boolean;
}

/** Roster entries of the demonstration: who stands for what. */
const staff: readonly (readonly [name: string, cadre: string])[] = [
  ['cadre', 'C020'],
  ['cadre of another unit', 'C154'],
  ['unit_head', 'C019'],
  ['task_force_office', 'C023'],
  ['district_leader', 'C002'],
  ['assessment_office', 'C085'],
  ['organization_dept', 'C098'],
  ['supervision_office', 'C089'],
  ['enterprise_desk', 'C055'],
  ['admin', 'C056'],
  ['cadre with two posts', 'C031'],
  ['district_leader and unit_head', 'C007'],
  ['organization_dept and task_force_office', 'C099'],
];

/** A cadre of the roster who became administrator with the one-time code, beside their own roles. */
export const alsoAdmin = 'C161';

const nobody = { roles: [], units: [] };

function staffCalled(cadres: readonly Cadre[], name: string, id: string): Person {
  const cadre = cadres.find((each) => each.id === id);
  if (!cadre) throw new Error(`the demonstration has no cadre ${id}`);
  const units = [cadre.unit, ...cadre.posts.map(({ unit }) => unit)].filter((unit) => unit !== null);
  return { name, openId: `ou_demo_${id}`, cadre: id, roles: cadre.roles, units: [...new Set(units)] };
}

/** Every role of domain §1, and those who have none: each stands for all like them. */
export function peopleOf(cadres: readonly Cadre[]): Person[] {
  const company = (id: string) => ({ openId: `ou_demo_${id}`, enterprise: id, units: [] });
  const also = staffCalled(cadres, '', alsoAdmin);
  const people: Person[] = [
    ...staff.map(([name, id]) => staffCalled(cadres, name, id)),
    { ...also, name: 'unit_head and admin', roles: [...also.roles, 'admin'] },
    { name: 'admin who is no cadre', openId: 'ou_demo_admin', roles: ['admin'], units: [] },
    { name: 'entrepreneur', ...company('E001'), roles: ['entrepreneur'] },
    { name: 'entrepreneur of another company', ...company('E002'), roles: ['entrepreneur'] },
    { name: 'unbound', openId: 'ou_nobody', ...nobody },
    { name: 'leaver', openId: 'ou_demo_C022', ...nobody },
    { name: 'another tenant’s', openId: 'ou_demo_C021', ...nobody, outsider: true },
  ];
  const missing = roleSchema.options.filter((role) => !people.some(({ roles }) => roles.includes(role)));
  if (missing.length > 0) throw new Error(`test/rights/people.ts has nobody who is ${missing.join(', ')}`);
  return people;
}
