import type { Client } from '@larksuiteoapi/node-sdk';
import { deliveredOf } from './answer-shapes.ts';
import type { Feishu, PlatformMessage } from './feishu.ts';
import type { JsonBodies } from './json-body.ts';
import { checkedId, checkedUuid } from './platform-ids.ts';

/** The part of the port that sends, answers and updates messages (fact sheet §4.2–§4.4). */
export function createMessenger(
  client: Client,
  bodies: JsonBodies,
): Pick<Feishu, 'send' | 'reply' | 'update'> {
  const partsOf = ({ kind, content, shared }: PlatformMessage) => {
    if (shared) bodies.share(content);
    return { msg_type: kind, content };
  };
  return {
    async send(to, message, uuid) {
      const toChat = 'chat' in to;
      const answer = await client.im.v1.message.create({
        params: { receive_id_type: toChat ? 'chat_id' : 'open_id' },
        data: {
          receive_id: checkedId(toChat ? to.chat : to.person),
          ...partsOf(message),
          uuid: checkedUuid(uuid),
        },
      });
      return deliveredOf(answer);
    },
    async reply(messageId, message, uuid) {
      const answer = await client.im.v1.message.reply({
        path: { message_id: checkedId(messageId) },
        data: { ...partsOf(message), uuid: checkedUuid(uuid) },
      });
      return deliveredOf(answer);
    },
    async update(messageId, content) {
      await client.im.v1.message.patch({ path: { message_id: checkedId(messageId) }, data: { content } });
    },
  };
}
