import { z } from 'zod';
import { platformId } from '../../shared/ids.ts';
import { type EmulatedPerson, outsiders } from '../state/roster.ts';
import { type Answered, requestOf } from './deliver-message.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

const contacts = z.array(z.string()).max(50).default([]);
const findRequest = z.object({ mobiles: contacts, emails: contacts });

/** POST /contact/v3/users/batch_get_id: those not found come back without an id (fact sheet §4.11). */
export function findPeople(platform: Platform, request: { body: unknown }): Answered {
  const { mobiles, emails } = requestOf(findRequest, request.body);
  const people = platform.chats.people().filter(({ group }) => group !== outsiders);
  const entry = (field: 'mobile' | 'email') => (contact: string) => {
    const found = people.find((person) => person[field] === contact);
    return { ...(found ? { user_id: found.openId } : {}), [field]: contact };
  };
  return { data: { user_list: [...mobiles.map(entry('mobile')), ...emails.map(entry('email'))] } };
}

function statusOf(person: EmulatedPerson): object {
  const left = person.left ?? false;
  return { is_frozen: false, is_resigned: left, is_activated: !left, is_exited: left, is_unjoin: false };
}

/** GET /contact/v3/users/:user_id; people from outside cannot be looked up (41050, fact sheet §5.1). */
export function person(platform: Platform, request: { params: { userId: string } }): Answered {
  const { userId } = request.params;
  if (!platformId.test(userId)) throw new Refusal(41012, 'user id invalid');
  const found = platform.chats.person(userId);
  if (!found || found.group === outsiders) throw new Refusal(41050, 'no user authority');
  return {
    data: {
      user: { open_id: found.openId, name: found.name, job_title: found.title, status: statusOf(found) },
    },
  };
}
