import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Emulator, EmulatorDeps } from './emulator.ts';
import { click } from './events/click.ts';
import { Courier } from './events/courier.ts';
import { say } from './events/say.ts';
import { Faults } from './faults.ts';
import { platformLimits } from './limits.ts';
import { onlyLocal } from './only-local.ts';
import { CallLog } from './open-api/call-log.ts';
import type { World } from './open-api/platform.ts';
import { openApiRouter } from './open-api/router.ts';
import { Tokens } from './open-api/tokens.ts';
import { pageFiles } from './page-api/page-files.ts';
import { pageApi } from './page-api/router.ts';
import { Timeline } from './page-api/timeline.ts';
import { ChatBook } from './state/chat-book.ts';
import { FileShelf } from './state/file-shelf.ts';
import { MessageLog } from './state/message-log.ts';
import { answerUnreadable } from './unreadable.ts';

function createWorld(deps: EmulatorDeps): World {
  const { credentials, clock } = deps;
  const limits = { ...platformLimits, ...deps.limits };
  const chats = new ChatBook({ people: deps.people, chats: deps.chats, botName: credentials.botName });
  const tokens = new Tokens(limits.tokenSeconds);
  const messages = new MessageLog(() => clock.now(), limits.messagesPerChat);
  const faults = new Faults({
    revokeTokens: () => tokens.revokeAll(),
    throwBotOut: (chatId) => chats.throwBotOut(chatId),
    letBotIn: (chatId) => chats.letBotIn(chatId),
    recall: (messageId) => messages.forget(messageId),
  });
  return {
    credentials,
    clock,
    limits,
    chats,
    messages,
    files: new FileShelf(),
    tokens,
    calls: new CallLog(),
    faults,
  };
}

function listenOn(app: express.Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', (error) => (error ? reject(error) : resolve(server)));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Hung calls and live feeds never end by themselves.
    server.closeAllConnections();
  });
}

/** Builds the local Feishu; nothing listens until `listen`. */
export function createEmulator(deps: EmulatorDeps): Emulator {
  const world = createWorld(deps);
  const timeline = new Timeline(world, deps.trace);
  const courier = new Courier({
    doorway: { credentials: world.credentials, limits: world.limits, webhookUrl: deps.webhookUrl },
    faults: world.faults,
    log: deps.log,
    note: (note) => timeline.noteDelivery(note),
  });
  const acts: Pick<Emulator, 'says' | 'clicks'> = {
    async says(openId, where, what) {
      const chatId = where === 'private' ? world.chats.privateId(openId) : where;
      const speech = typeof what === 'string' ? { text: what } : what;
      const message = await say(world, courier, { openId, chatId, speech });
      return { messageId: message.id };
    },
    clicks: (openId, messageId, press) => click(world, courier, { openId, messageId, press }),
  };
  // `production`: a request that cannot be read gets no stack trace.
  const app = express().disable('x-powered-by').set('env', 'production');
  app.use(onlyLocal);
  const routes = express.Router();
  routes.use('/open-apis', openApiRouter(world));
  routes.use(pageApi({ world, deps, acts, timeline }));
  routes.use(pageFiles());
  app.use(answerUnreadable(routes));
  return {
    app,
    ...acts,
    messagesOf: (chatId) => world.messages.of(chatId),
    privateChatOf: (openId) => world.chats.privateId(openId),
    onMessage: (listener) => world.messages.subscribe(listener),
    calls: () => world.calls.all(),
    faults: world.faults,
    async listen(port) {
      const server = await listenOn(app, port);
      const { port: given } = server.address() as AddressInfo;
      const close = () => {
        courier.stop();
        return closed(server);
      };
      return { url: `http://127.0.0.1:${given}`, close };
    },
  };
}
