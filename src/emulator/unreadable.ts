import type { RequestHandler } from 'express';

/** Answers what express cannot read within the routes, a broken `%` in a path for one: express itself would print the error with its stack. */
export function answerUnreadable(routes: RequestHandler): RequestHandler {
  return (request, response, next) =>
    routes(request, response, (error?: unknown) => {
      const { status = 500 } = Object(error) as { status?: number };
      if (!error || response.headersSent || status >= 500) return next(error);
      response.status(status).type('text').send('请求内容无法读取');
    });
}
