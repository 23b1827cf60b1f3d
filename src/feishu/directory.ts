import type { Client } from '@larksuiteoapi/node-sdk';
import type { Log } from '../shared/log.ts';
import { peopleOf, statusOf } from './answer-shapes.ts';
import { type DirectoryPerson, type Feishu, PlatformError } from './feishu.ts';
import { checkedId } from './platform-ids.ts';

const perCall = 50;
const notVisible = 41050;

function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / perCall);
  return Array.from({ length: count }, (_, index) => items.slice(index * perCall, (index + 1) * perCall));
}

async function findPeople(
  client: Client,
  contacts: { mobiles: string[]; emails: string[] },
): Promise<DirectoryPerson[]> {
  const mobiles = chunks(contacts.mobiles);
  const emails = chunks(contacts.emails);
  const found: DirectoryPerson[] = [];
  for (let call = 0; call < Math.max(mobiles.length, emails.length); call += 1) {
    const answer = await client.contact.v3.user.batchGetId({
      params: { user_id_type: 'open_id' },
      data: { mobiles: mobiles[call] ?? [], emails: emails[call] ?? [] },
    });
    found.push(...peopleOf(answer));
  }
  return found;
}

/**
 * Resigned, exited or frozen is left. A person who cannot be seen (41050) counts as left too: who leaves drops out of the contact range,
 * and keeping the rights of somebody we cannot check is the worse mistake. It is logged, since a contact range set too small looks the same.
 * People outside the tenant are never visible (fact sheet §5.1), so ask for cadres only.
 */
async function hasLeft(client: Client, log: Log, openId: string): Promise<boolean> {
  try {
    const answer = await client.contact.v3.user.get({
      path: { user_id: checkedId(openId) },
      params: { user_id_type: 'open_id' },
    });
    const status = statusOf(answer);
    if (!status) log.warn({ scope: 'contact:user.employee:readonly' }, 'status of a person cannot be read');
    return Boolean(status?.is_resigned || status?.is_exited || status?.is_frozen);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== notVisible) throw error;
    log.warn({ code: error.code }, 'person not visible to the app, taken as left');
    return true;
  }
}

/** The part of the port that asks the tenant's directory (fact sheet §4.11). */
export function createDirectory(client: Client, log: Log): Pick<Feishu, 'findPeople' | 'hasLeft'> {
  return {
    findPeople: (contacts) => findPeople(client, contacts),
    hasLeft: (openId) => hasLeft(client, log, openId),
  };
}
