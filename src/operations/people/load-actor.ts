import type { Actor } from '../../domain/people/actor.ts';
import type { Binding } from '../../domain/people/binding.ts';
import type { ReadTx } from '../../store/document-store.ts';

interface Person {
  readonly open_id: string;
  readonly tenant: string;
}

async function boundActor(tx: ReadTx, person: Person, binding: Binding): Promise<Actor | undefined> {
  const openId = person.open_id;
  if (binding.cadre) {
    const cadre = await tx.get('cadres', binding.cadre);
    if (!cadre) return undefined;
    const roles = binding.admin ? [...new Set([...cadre.roles, 'admin' as const])] : cadre.roles;
    return { openId, roles, cadre, id: cadre.id, name: cadre.name };
  }
  if (binding.admin) return { openId, roles: ['admin'], id: openId, name: '管理员' };
  const enterprise = binding.enterprise ? await tx.get('enterprises', binding.enterprise) : undefined;
  if (!enterprise) return undefined;
  return {
    openId,
    roles: ['entrepreneur'],
    enterprise: enterprise.id,
    id: enterprise.id,
    name: enterprise.short_name,
  };
}

/** Who an account is. Somebody unbound has no role; a person of another tenant never has a staff role (domain §1). */
export async function loadActor(tx: ReadTx, person: Person, tenant: string): Promise<Actor> {
  const outsider = person.tenant !== tenant;
  const stranger: Actor = {
    ...(outsider ? { outsider } : {}),
    ...{ openId: person.open_id, roles: [], id: person.open_id, name: '访客' },
  };
  const binding = await tx.get('bindings', person.open_id);
  const actor = binding ? await boundActor(tx, person, binding) : undefined;
  if (!actor) return stranger;
  if (!outsider) return actor;
  return actor.enterprise === undefined ? stranger : { ...actor, outsider };
}
