import express, { type Router } from 'express';
import { jsonBody } from '../json-body.ts';
import { answerCall } from './answer-call.ts';
import { download, formBody, upload } from './files.ts';
import { findPeople, person } from './people.ts';
import { type Platform, platformOf, type World } from './platform.ts';
import { reply } from './reply.ts';
import { send } from './send.ts';
import { token } from './token.ts';
import { update } from './update.ts';

/** The bot's own details stand under `bot`, not `data` (fact sheet §4.10). */
function botInfo({ credentials }: Platform): object {
  const { botName, botOpenId } = credentials;
  return {
    bot: { activate_status: 2, app_name: botName, avatar_url: '', ip_white_list: [], open_id: botOpenId },
  };
}

/** Under `data`, as most calls answer. */
function inData(answered: { data: object; repeated?: boolean }) {
  return { fields: { data: answered.data }, repeated: answered.repeated ?? false };
}

function fileRoutes(router: Router, platform: Platform): void {
  router.post(
    '/im/v1/files',
    ...formBody(),
    answerCall(platform, { name: 'upload', work: (req) => inData(upload(platform, req)) }),
  );
  router.get(
    '/im/v1/messages/:messageId/resources/:fileKey',
    answerCall(platform, {
      name: 'download',
      work: ({ params }) =>
        download(platform, { messageId: String(params.messageId), fileKey: String(params.fileKey) }),
    }),
  );
}

/** `/open-apis` as the SDK calls it. */
export function openApiRouter(world: World): Router {
  const platform = platformOf(world);
  const router = express.Router();
  router.use(jsonBody('1mb'));
  router.post(
    '/auth/v3/tenant_access_token/internal',
    answerCall(platform, { name: 'token', open: true, work: (req) => ({ fields: token(platform, req) }) }),
  );
  router.get(
    '/bot/v3/info',
    answerCall(platform, { name: 'bot_info', work: () => ({ fields: botInfo(platform) }) }),
  );
  fileRoutes(router, platform);
  router.post(
    '/im/v1/messages',
    answerCall(platform, { name: 'send', work: (req) => inData(send(platform, req)) }),
  );
  router.post(
    '/im/v1/messages/:messageId/reply',
    answerCall(platform, {
      name: 'reply',
      work: (req) =>
        inData(reply(platform, { params: { messageId: String(req.params.messageId) }, body: req.body })),
    }),
  );
  router.patch(
    '/im/v1/messages/:messageId',
    answerCall(platform, {
      name: 'update',
      work: (req) =>
        inData(update(platform, { params: { messageId: String(req.params.messageId) }, body: req.body })),
    }),
  );
  router.post(
    '/contact/v3/users/batch_get_id',
    answerCall(platform, { name: 'find_people', work: (req) => inData(findPeople(platform, req)) }),
  );
  router.get(
    '/contact/v3/users/:userId',
    answerCall(platform, {
      name: 'person',
      work: (req) => inData(person(platform, { params: { userId: String(req.params.userId) } })),
    }),
  );
  router.use(
    (_req, res) => void res.status(404).json({ code: 404, msg: 'the emulator does not know this API' }),
  );
  return router;
}
