import { z } from 'zod';
import { epochMs } from '../../shared/time.ts';
import { bot, type EmulatedMessage } from '../state/message.ts';
import { bodyOf } from './content.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

/** The part that sending and replying have in common. */
export const contentFields = {
  msg_type: z.string(),
  content: z.string(),
  uuid: z.string().min(1).max(50).optional(),
};

/** The body of a request, or 230001 naming what is wrong. */
export function requestOf<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Refusal(
    230001,
    `Your request contains an invalid request parameter, ext=${issue?.path.join('.')} ${issue?.message}.`,
  );
}

/** What a call answers under `data`, and whether the uuid was known. */
export interface Answered {
  readonly data: object;
  readonly repeated?: boolean;
}

/** A message to be made, whose chat is decided late so that a known uuid answers first. */
export interface Draft {
  readonly msg_type: string;
  readonly content: string;
  readonly uuid?: string | undefined;
  readonly replyTo?: string;
  /** The chat; refuses when the bot may not write there. */
  chatId(): string;
}

function dataOf(message: EmulatedMessage, type: string): object {
  const created = String(epochMs(message.at));
  const parent = message.replyTo ? { root_id: message.replyTo, parent_id: message.replyTo } : {};
  return {
    message_id: message.id,
    chat_id: message.chatId,
    msg_type: type,
    create_time: created,
    update_time: created,
    deleted: false,
    updated: false,
    ...parent,
  };
}

/** Puts the bot's message into its chat, or gives back the one its uuid has made within the hour. */
export function deliverMessage(platform: Platform, draft: Draft): Answered {
  const known = platform.messages.find(platform.uuids.messageOf(draft.uuid) ?? '');
  if (known) return { data: dataOf(known, draft.msg_type), repeated: true };
  const chatId = draft.chatId();
  const body = bodyOf(platform, draft.msg_type, draft.content);
  const replyTo = draft.replyTo === undefined ? {} : { replyTo: draft.replyTo };
  const message = platform.messages.add({ chatId, from: bot, body, ...replyTo });
  platform.uuids.remember(draft.uuid, message.id);
  return { data: dataOf(message, draft.msg_type) };
}
