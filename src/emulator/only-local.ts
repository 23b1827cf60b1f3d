import type { RequestHandler } from 'express';

/** Refuses what does not come from this machine by its own name: a foreign Host (DNS rebinding) or a foreign Origin. */
export const onlyLocal: RequestHandler = (req, res, next) => {
  const port = req.socket.localPort;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = req.get('host') ?? '';
  const origin = req.get('origin');
  const allowed = hosts.includes(host) && (origin === undefined || origin === `http://${host}`);
  if (allowed) return next();
  res.status(403).type('text').send('The emulator answers only pages of its own on this machine.');
};
