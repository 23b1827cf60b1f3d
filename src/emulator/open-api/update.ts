import { z } from 'zod';
import { bot, type EmulatedMessage } from '../state/message.ts';
import { cardOf } from './content.ts';
import { type Answered, requestOf } from './deliver-message.ts';
import { daysSince, type Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

const updateRequest = z.object({ content: z.string() });
const updatable = z.object({ config: z.object({ update_multi: z.literal(true) }) });

function ownCard(platform: Platform, messageId: string): EmulatedMessage & { body: { kind: 'interactive' } } {
  const message = platform.messages.find(messageId);
  if (!message) throw new Refusal(230011, 'The message is recalled or does not exist.');
  if (message.from !== bot)
    throw new Refusal(230027, 'Lack of necessary permissions, ext=not the sender of the message.');
  const { body } = message;
  if (body.kind !== 'interactive')
    throw new Refusal(230001, 'Your request contains an invalid request parameter, ext=not a message card.');
  return { ...message, body };
}

function requireShared(card: object): void {
  if (!updatable.safeParse(card).success)
    throw new Refusal(
      230099,
      'Failed to create card content, ext=ErrCode: 300302; ErrMsg: update_multi must be true; ErrorValue: ;',
    );
}

/** PATCH /im/v1/messages/:message_id (fact sheet §4.4). */
export function update(
  platform: Platform,
  request: { params: { messageId: string }; body: unknown },
): Answered {
  const { content } = requestOf(updateRequest, request.body);
  const message = ownCard(platform, request.params.messageId);
  if (daysSince(platform, message.at) > platform.limits.updateDays)
    throw new Refusal(230031, 'The message has been sent for more than 14 days.');
  if (platform.perMessage.take(message.id) > 0)
    throw new Refusal(230020, 'This operation triggers the frequency limit.');
  const card = cardOf(platform, content);
  if ('card' in message.body) requireShared(message.body.card);
  requireShared(card);
  platform.messages.replaceCard(message, card);
  return { data: {} };
}
