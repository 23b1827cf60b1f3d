import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createFeishu } from '#src/feishu/create-feishu.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: Record<string, unknown>;
}

type Answer = (seen: Seen, res: http.ServerResponse, req: http.IncomingMessage) => void;

export const secret = 'app-secret-47f1';

/** Answers JSON. */
export function json(res: http.ServerResponse, body: object, status = 200) {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The usual answer to a sent message. */
export const delivered = { code: 0, msg: 'success', data: { message_id: 'om_new', chat_id: 'oc_1' } };

/** A local Open API that counts and can misbehave. */
export async function openFakePlatform(
  options: { answer?: Answer; token?: Answer; timeoutMs?: number } = {},
) {
  const seen: Seen[] = [];
  const logLines: string[] = [];
  let tokens = 0;
  let connections = 0;
  const issue: Answer = (_, res) => {
    json(res, { code: 0, msg: 'ok', tenant_access_token: `t-secret-${tokens}`, expire: 7200 });
  };
  const server = http.createServer((req, res) => {
    let text = '';
    req.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    req.on('end', () => {
      const call: Seen = {
        method: req.method ?? '',
        path: req.url ?? '',
        token: (req.headers.authorization ?? '').replace('Bearer ', ''),
        body: text === '' ? {} : JSON.parse(text),
      };
      if (call.path.startsWith('/open-apis/auth/')) {
        tokens += 1;
        return (options.token ?? issue)(call, res, req);
      }
      seen.push(call);
      return (options.answer ?? ((_, answer) => json(answer, delivered)))(call, res, req);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void logLines.push(line) });
  const feishu = createFeishu({
    ...{ appId: 'cli_0123456789abcdef', appSecret: secret, baseUrl, log },
    timeoutMs: options.timeoutMs ?? 5_000,
  });
  return {
    ...{ feishu, seen, logLines, server, baseUrl },
    tokens: () => tokens,
    connections: () => connections,
    async close() {
      feishu.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type FakePlatform = Awaited<ReturnType<typeof openFakePlatform>>;

export const card = { kind: 'interactive' as const, content: '{"schema":"2.0","text":"机密内容"}' };
