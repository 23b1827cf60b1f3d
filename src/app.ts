import type { RequestListener } from 'node:http';
import express from 'express';
import helmet from 'helmet';
import type { Webhook } from './webhook/webhook.ts';

interface AppDeps {
  readonly webhook: Pick<Webhook, 'handle'>;
}

const webhookPath = '/webhook/event';

function pages(): express.Express {
  const app = express();
  app.disable('x-powered-by');
  // Express shows stack traces unless it believes to be in production.
  app.set('env', 'production');
  app.use(helmet());
  app.use((_request, response) => {
    response.status(404).type('text').send('这里没有页面。请在飞书里使用“强引擎”。');
  });
  return app;
}

/** What the server serves; it never listens. The webhook is taken before express, whose work costs more than an event's crypto (measured: design §5). */
export function createApp({ webhook }: AppDeps): RequestListener {
  const others = pages();
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path === webhookPath) webhook.handle(request, response);
    else others(request, response);
  };
}
