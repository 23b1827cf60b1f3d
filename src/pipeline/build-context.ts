import { fits, holds } from '../authorize/authorize.ts';
import type { Context } from '../context.ts';
import { versionsInOrder } from '../domain/assessment/records/rule-version.ts';
import { type Actor, groupPlace, type Place } from '../domain/people/actor.ts';
import { loadActor } from '../operations/people/load-actor.ts';
import type { ReadTx, WriteTx } from '../store/document-store.ts';
import type { EventDeps } from './deps.ts';

interface Asker {
  readonly person: { readonly open_id: string; readonly tenant: string };
  readonly tenant: string;
  readonly chat: { readonly id: string; readonly private: boolean };
}

async function placeOf(tx: ReadTx, chat: Asker['chat']): Promise<Place> {
  if (chat.private) return { type: 'private', chatId: chat.id };
  return groupPlace(chat.id, await tx.get('chats', chat.id));
}

async function ruleVersion(tx: ReadTx): Promise<string> {
  // Cards that show scores name the version of their period themselves.
  return versionsInOrder(await tx.all('rule_versions')).at(-1)?.id ?? '未设定';
}

function usable(deps: EventDeps, actor: Actor, place: Place) {
  return deps.commands
    .filter((command) => holds(actor, command.permission) && fits(place, command.permission))
    .map(({ name, aliases, summary, example, section }) => ({
      name,
      alias: aliases[0],
      summary,
      example,
      section,
    }));
}

/** Who asks where, and what a handler needs to answer: inside the event's one transaction. */
export async function buildContext(deps: EventDeps, tx: WriteTx, asker: Asker): Promise<Context> {
  const actor = await loadActor(tx, asker.person, asker.tenant);
  const place = await placeOf(tx, asker.chat);
  return {
    actor,
    place,
    tx,
    now: deps.meta.at,
    log: deps.log,
    reference: deps.reference,
    calendar: deps.calendar,
    vault: deps.vault,
    files: deps.files,
    frame: { demo: deps.demo, asOf: deps.meta.at, ruleVersion: await ruleVersion(tx) },
    // Few events ask for it.
    get commands() {
      return usable(deps, actor, place);
    },
    knowledge: {
      book: () => deps.knowledge.book(tx),
      vocabulary: () => deps.knowledge.vocabulary(tx),
    },
  };
}
