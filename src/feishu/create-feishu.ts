import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk';
import type { Log } from '../shared/log.ts';
import { botOf } from './answer-shapes.ts';
import { createAuthorisedExchange } from './authorised-exchange.ts';
import { createDirectory } from './directory.ts';
import { createExchange } from './exchange.ts';
import { type Feishu, PlatformError } from './feishu.ts';
import { fetchToken } from './fetch-token.ts';
import { createFiles } from './files.ts';
import { createHttpInstance } from './http-instance.ts';
import { createJsonBodies } from './json-body.ts';
import { createMessenger } from './messenger.ts';
import { sdkLog } from './sdk-log.ts';
import { createTenantToken } from './tenant-token.ts';

/** Which app to be, and where the platform is. */
export interface FeishuOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** `https://open.feishu.cn`, or wherever a local Feishu listens. */
  readonly baseUrl: string;
  readonly log: Log;
  /** For a whole call, 10 s unless told; connecting may take 3 s of it. */
  readonly timeoutMs?: number;
}

const connectMs = 3_000;

function createClient(options: FeishuOptions, domain: string) {
  const { appId, appSecret, log, timeoutMs: totalMs = 10_000 } = options;
  const exchange = createExchange(new URL(domain), { connectMs, totalMs });
  const token = createTenantToken(() => fetchToken(exchange, { appId, appSecret }));
  const bodies = createJsonBodies();
  const client = new Client({
    appId,
    appSecret,
    domain,
    httpInstance: createHttpInstance({ domain, bodies, exchange, token }),
    // Its cache is one for the whole process, asks once per waiting call and keeps revoked tokens (measurements §4).
    disableTokenCache: true,
    logger: sdkLog(log),
    loggerLevel: LoggerLevel.error,
  });
  const files = createFiles(createAuthorisedExchange({ exchange, token }));
  return { client, bodies, exchange, files };
}

/** Makes every failure a PlatformError and leaves one log line for it: kind and code, no text. */
function logged<A extends unknown[], R>(log: Log, api: string, call: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    try {
      return await call(...args);
    } catch (error) {
      const failure =
        error instanceof PlatformError
          ? error
          : new PlatformError('refused', 0, { message: '调用平台时程序出错', cause: error });
      const { kind, code, waitMs, message: reason } = failure;
      log.warn({ api, kind, code, waitMs, reason }, 'platform call failed');
      throw failure;
    }
  };
}

/**
 * The platform through the vendor's SDK over our own connections, token and error table (measurements §4). It repeats a call by itself only for
 * a dead connection or token; all other repeating is the outbox's.
 */
export function createFeishu(options: FeishuOptions): Feishu & { close(): void } {
  const { log } = options;
  const { client, bodies, exchange, files } = createClient(options, options.baseUrl.replace(/\/+$/, ''));
  const { send, reply, update } = createMessenger(client, bodies);
  const { findPeople, hasLeft } = createDirectory(client, log);
  const botInfo = async () => botOf(await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
  return {
    send: logged(log, 'send', send),
    reply: logged(log, 'reply', reply),
    update: logged(log, 'update', update),
    uploadFile: logged(log, 'uploadFile', files.uploadFile),
    downloadFile: logged(log, 'downloadFile', files.downloadFile),
    botInfo: logged(log, 'botInfo', botInfo),
    findPeople: logged(log, 'findPeople', findPeople),
    hasLeft: logged(log, 'hasLeft', hasLeft),
    close: () => exchange.close(),
  };
}
