import type http from 'node:http';

const lingerMs = 1000;

function jsonText(body: object): string {
  try {
    return JSON.stringify(body) ?? '{}';
  } catch {
    // A BigInt or a cycle in an answer: the platform accepts the empty object, an HTTP error would show the person a code (fact sheet §2.4).
    return '{}';
  }
}

/**
 * Answers in JSON. When the request has not been read to its end, what still comes is dropped for a second at most and the connection is
 * closed: closing at once would reset it before the sender has seen why.
 */
export function respond(
  req: http.IncomingMessage,
  res: http.ServerResponse,
  answer: { status: number; body: object; headers?: Record<string, string> },
): void {
  if (res.headersSent || res.destroyed) return;
  const text = jsonText(answer.body);
  const headers = {
    ...answer.headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  };
  if (req.complete) {
    res.writeHead(answer.status, headers).end(text);
    return;
  }
  res.writeHead(answer.status, { ...headers, connection: 'close' }).write(text);
  const hangUp = () => {
    clearTimeout(timer);
    res.end();
  };
  const timer = setTimeout(hangUp, lingerMs);
  req.once('end', hangUp).once('close', hangUp).on('error', hangUp).resume();
}
