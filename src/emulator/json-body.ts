import express, { type RequestHandler } from 'express';

/** Reads a JSON body; one that is too long or cannot be read is answered with a sentence. */
export function jsonBody(limit: string): RequestHandler {
  const read = express.json({ limit });
  return (req, res, next) =>
    read(req, res, (error?: { status?: number }) => {
      if (!error) return next();
      res
        .status(error.status ?? 400)
        .json({ code: 230001, msg: 'invalid request body', message: '请求内容无法读取' });
    });
}
