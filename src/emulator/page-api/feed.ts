import type { RequestHandler } from 'express';
import type { World } from '../open-api/platform.ts';
import type { Timeline } from './timeline.ts';
import { messageView } from './views.ts';

const heartbeatMs = 15_000;

/** The live feed (server-sent events): messages, timeline entries, faults and the clock. */
export function feed(world: World, timeline: Timeline): RequestHandler {
  return (_req, res) => {
    res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.flushHeaders();
    const push = (event: string, data: unknown) =>
      res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const tellTime = () => push('clock', { now: world.clock.now() });
    const stops = [
      world.messages.subscribe((message) => push('message', messageView(world, message))),
      timeline.subscribe((entry) => push('timeline', entry)),
      world.faults.subscribe(() => push('faults', world.faults.pending())),
    ];
    const heartbeat = setInterval(tellTime, heartbeatMs);
    tellTime();
    res.on('close', () => {
      clearInterval(heartbeat);
      for (const stop of stops) stop();
    });
  };
}
