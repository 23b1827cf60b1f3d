import { randomBytes } from 'node:crypto';
import { daysSince, type World } from '../open-api/platform.ts';
import { readClickAnswer } from './click-answer.ts';
import type { Courier } from './courier.ts';
import { clickEvent } from './event-body.ts';
import type { ClickResult, Press } from './press.ts';
import { personInRoom } from './say.ts';

/** Who presses what where. */
export interface Clicking {
  readonly openId: string;
  readonly messageId: string;
  readonly press: Press;
}

const expired = { code: 0, message: '卡片已发出超过 14 天，不能再操作' };

/** Presses something on a card: asks the webhook, shows what it answers, replaces the card for everyone if it says so. */
export async function click(world: World, courier: Courier, clicking: Clicking): Promise<ClickResult> {
  const message = world.messages.find(clicking.messageId);
  if (message?.body.kind !== 'interactive') throw new RangeError(`没有卡片 ${clicking.messageId}`);
  const { person: operator } = personInRoom(world, clicking.openId, message.chatId);
  if (daysSince(world, message.at) > world.limits.updateDays) {
    return { eventId: '', replaced: false, error: expired, tookMs: 0 };
  }
  const token = `c-${randomBytes(16).toString('hex')}`;
  const event = clickEvent(world.credentials, { message, operator, press: clicking.press, token });
  const delivery = await courier.ask(event);
  const answer = readClickAnswer(delivery, (openId) => world.chats.person(openId) !== undefined);
  const { tookMs } = delivery;
  if ('error' in answer) return { eventId: event.id, replaced: false, error: answer.error, tookMs };
  // The card may have changed while the bot was thinking: replace what is there now.
  if (answer.card) world.messages.replaceCard(world.messages.find(message.id) ?? message, answer.card);
  return {
    eventId: event.id,
    replaced: answer.card !== undefined,
    ...(answer.toast ? { toast: answer.toast } : {}),
    tookMs,
  };
}
