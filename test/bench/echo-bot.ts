import type { AddressInfo } from 'node:net';
import { adaptExpress, Client, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import express from 'express';
import { gauge } from './load/gauge.ts';
import { keys } from './load/keys.ts';

// The peer: what the SDK's own guide builds. It says back what it hears, as a card with a button where it is no command, and answers presses.

/** The SDK's typings know no presses. */
interface Presses {
  readonly 'card.action.trigger': () => Promise<object>;
}

const [baseUrl = ''] = process.argv.slice(2);
const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
const { encryptKey, verificationToken, appId, appSecret } = keys;
const client = new Client({
  appId,
  appSecret,
  domain: baseUrl,
  logger: silent,
  loggerLevel: LoggerLevel.error,
});

function cardOf(text: string): string {
  return JSON.stringify({
    schema: '2.0',
    header: { title: { tag: 'plain_text', content: '请确认' } },
    body: {
      elements: [
        { tag: 'markdown', content: text },
        {
          tag: 'button',
          text: { tag: 'plain_text', content: '确认' },
          behaviors: [{ type: 'callback', value: { action: 'echo.confirm' } }],
        },
      ],
    },
  });
}

const dispatcher = new EventDispatcher({ encryptKey, verificationToken, logger: silent }).register<Presses>({
  async 'im.message.receive_v1'({ message }) {
    const { text } = JSON.parse(message.content) as { text: string };
    const data = text.startsWith('/')
      ? { content: message.content, msg_type: 'text' }
      : { content: cardOf(text), msg_type: 'interactive' };
    await client.im.v1.message.reply({ path: { message_id: message.message_id }, data });
    return undefined;
  },
  'card.action.trigger': async () => ({ toast: { type: 'success', content: '已确认' } }),
});

const app = express();
app.use(express.json());
app.use('/webhook/event', adaptExpress(dispatcher, { autoChallenge: true }));
const server = app.listen(0, '127.0.0.1', () => {
  gauge((server.address() as AddressInfo).port);
});
