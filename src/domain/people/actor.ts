import type { Cadre } from './cadre.ts';
import type { Chat } from './chat.ts';
import type { Role } from './role.ts';

/** Who acts: the person behind an event, as the product knows them. */
export interface Actor {
  readonly openId: string;
  /** Empty for a person who is not bound: deny is the default. */
  readonly roles: readonly Role[];
  readonly cadre?: Cadre;
  /** Id of the enterprise whose person this is. */
  readonly enterprise?: string;
  /** Of another tenant: never gets a staff role. */
  readonly outsider?: true;
  /** What the audit trail calls them: a cadre's or enterprise's id, else the open_id. */
  readonly id: string;
  /** What cards call them. */
  readonly name: string;
}

/** Ids of the units a cadre belongs to, both posts included. */
export function unitsOf(actor: Actor): string[] {
  const posts = actor.cadre?.posts.map((post) => post.unit) ?? [];
  const all = [actor.cadre?.unit ?? null, ...posts].filter((unit): unit is string => unit !== null);
  return [...new Set(all)];
}

/** Where they act: a private chat, or a group with what it is registered for (no kind: unregistered, nothing may be shown). */
export type Place =
  | { readonly type: 'private'; readonly chatId: string }
  | { readonly type: 'group'; readonly chatId: string; readonly kind?: undefined }
  | { readonly type: 'group'; readonly chatId: string; readonly kind: 'leaders' }
  | {
      readonly type: 'group';
      readonly chatId: string;
      readonly kind: 'public_ranking';
      readonly full: boolean;
    }
  | {
      readonly type: 'group';
      readonly chatId: string;
      readonly kind: 'task_force' | 'unit';
      readonly of: string;
    };

/** The place of a group chat by its registration. */
export function groupPlace(chatId: string, chat: Chat | undefined): Place {
  if (!chat) return { type: 'group', chatId };
  if (chat.kind === 'leaders') return { type: 'group', chatId, kind: 'leaders' };
  if (chat.kind === 'public_ranking')
    return { type: 'group', chatId, kind: 'public_ranking', full: chat.full ?? false };
  return chat.of ? { type: 'group', chatId, kind: chat.kind, of: chat.of } : { type: 'group', chatId };
}
