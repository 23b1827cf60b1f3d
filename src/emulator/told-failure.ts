import type { ErrorRequestHandler } from 'express';
import type { Log } from '../shared/log.ts';

/** The last word on a request that failed: a short JSON sentence, never a stack; what was not the asker's fault is logged. */
export function toldFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const status = Number(Object(error).status) || 500;
    if (status >= 500) log.error({ error: String(error) }, 'emulator failed');
    res
      .status(status)
      .json({ code: -1, msg: 'bad request', message: status >= 500 ? '模拟器出错' : '请求不正确' });
  };
}
