import express, { type Request, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { parseInstant } from '../../shared/time.ts';
import type { Emulator, EmulatorDeps } from '../emulator.ts';
import { jsonBody } from '../json-body.ts';
import type { World } from '../open-api/platform.ts';
import { feed } from './feed.ts';
import { pageRequests } from './requests.ts';
import type { Timeline } from './timeline.ts';
import { messageView, roomView, sampleView, startView } from './views.ts';

/** What the page's API works on. */
export interface PageParts {
  readonly world: World;
  readonly deps: EmulatorDeps;
  readonly acts: Pick<Emulator, 'says' | 'clicks'>;
  readonly timeline: Timeline;
}

/** Answers with JSON; what the page asked wrongly (bad body, not in that chat, clock backwards) is 400 with a sentence. */
function json(work: (req: Request) => unknown): RequestHandler {
  return async (req, res) => {
    try {
      res.set('cache-control', 'no-store').json((await work(req)) ?? {});
    } catch (error) {
      const asked = error instanceof RangeError || error instanceof z.ZodError;
      if (!asked) throw error;
      res.status(400).json({ message: error.message });
    }
  };
}

function withoutUndefined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function actRoutes(router: Router, { world, deps, acts }: PageParts): void {
  router.post(
    '/api/say',
    json((req) => {
      const { openId, chatId, text, replyTo } = pageRequests.say.parse(req.body);
      return acts.says(openId, chatId, { text, ...(replyTo === undefined ? {} : { replyTo }) });
    }),
  );
  router.post(
    '/api/click',
    json((req) => {
      const { openId, messageId, press } = pageRequests.click.parse(req.body);
      return acts.clicks(openId, messageId, withoutUndefined(press));
    }),
  );
  router.post(
    '/api/clock',
    json((req) => {
      const to = parseInstant(pageRequests.clock.parse(req.body).to);
      if (to < deps.clock.now()) throw new RangeError('演示时钟只能向前，不能回到过去');
      deps.clock.moveTo(to);
      return { now: deps.clock.now() };
    }),
  );
  router.post(
    '/api/faults',
    json((req) => world.faults.inject(pageRequests.fault.parse(req.body))),
  );
  router.delete(
    '/api/faults',
    json(() => world.faults.clear()),
  );
  router.post(
    '/api/token/revoke',
    json(() => world.faults.revokeTokens()),
  );
}

/** Files in and out: sent as raw bytes with their name in the address, and given back to whoever is in the chat page. */
function fileRoutes(router: Router, { world, acts }: PageParts): void {
  router.post(
    '/api/attach',
    express.raw({ type: 'application/octet-stream', limit: '100mb' }),
    json((req) => {
      const { openId, chatId, name } = pageRequests.attach.parse(req.query);
      const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      if (bytes.length === 0) throw new RangeError('空文件不能发送');
      return acts.says(openId, chatId, { text: '', file: { name, bytes } });
    }),
  );
  router.get('/api/files/:key', (req, res) => {
    const file = world.files.find(req.params.key);
    if (!file) return void res.status(404).json({ message: '文件已不在' });
    res.attachment(file.name).type('application/octet-stream').send(file.bytes);
  });
}

/** The JSON API behind the page. */
export function pageApi(parts: PageParts): Router {
  const { world, deps, timeline } = parts;
  const router = express.Router();
  fileRoutes(router, parts);
  router.use('/api', jsonBody('100kb'));
  router.get(
    '/api/start',
    json(() => startView(world, deps.suggestions?.() ?? [])),
  );
  router.get(
    '/api/timeline',
    json(() => timeline.recent()),
  );
  router.get(
    '/api/samples',
    json(() => deps.samples().map(sampleView)),
  );
  router.get(
    '/api/people/:openId/rooms',
    json((req) => world.chats.roomsOf(String(req.params.openId)).map((room) => roomView(world, room))),
  );
  router.get(
    '/api/rooms/:chatId/messages',
    json((req) => world.messages.of(String(req.params.chatId)).map((message) => messageView(world, message))),
  );
  router.get('/api/feed', feed(world, timeline));
  actRoutes(router, parts);
  return router;
}
