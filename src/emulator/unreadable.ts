import type { ErrorRequestHandler } from 'express';

/** Answers what express cannot read, a broken `%` in a path for one: express itself would print the error with its stack. */
export const unreadable: ErrorRequestHandler = (error, _request, response, next) => {
  const { status = 500 } = Object(error) as { status?: number };
  if (response.headersSent || status >= 500) next(error);
  else response.status(status).type('text').send('请求内容无法读取');
};
