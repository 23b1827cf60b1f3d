import type { IncomingHttpHeaders } from 'node:http';
import { cardReasons, errorTable, type Meaning } from './error-table.ts';
import { PlatformError } from './feishu.ts';

/** One answer of the platform's API as it came. */
export interface PlatformAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const maxWaitMs = 10 * 60_000;
const cardCreationFailed = 230099;

/** Seconds to wait as the gateway says (fact sheet §4.6), in ms and held within 10 minutes; undefined when it says nothing usable. */
function resetMs(headers: IncomingHttpHeaders): number | undefined {
  const seconds = headers['x-ogw-ratelimit-reset'];
  if (typeof seconds !== 'string' || !/^\d{1,9}$/.test(seconds)) return undefined;
  return Math.min(Number(seconds) * 1000, maxWaitMs);
}

function cardMeaning(message: string): Meaning {
  if (/card action is lock/i.test(message)) return { kind: 'retry', reason: '卡片正被人操作，暂时锁定' };
  const inner = Number(/ErrCode:\s*(\d+)/i.exec(message)?.[1] ?? 0);
  return { kind: 'refused', reason: `卡片创建失败：${cardReasons.get(inner) ?? '未知原因'}（${inner}）` };
}

function meaningOf(code: number, message: string): Meaning {
  if (code === cardCreationFailed) return cardMeaning(message);
  return errorTable.get(code) ?? { kind: 'refused', reason: '平台拒绝了请求' };
}

function parseObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

function limitedBy(answer: PlatformAnswer, code: number, meaning: Meaning): PlatformError {
  const waitMs = resetMs(answer.headers) ?? meaning.waitMs ?? 1_000;
  return new PlatformError('limited', code, { message: `${meaning.reason}（${code}）`, waitMs });
}

/**
 * The body of a successful answer; throws a PlatformError for any other (fact sheet §4.5: a 200 with a code is a failure). The platform's
 * own words are not repeated in it, since they may quote the message.
 */
export function bodyOf(answer: PlatformAnswer): Record<string, unknown> {
  const { status } = answer;
  if (status >= 500)
    throw new PlatformError('unknown', status, { message: `平台暂时出错（HTTP ${status}）` });
  const body = parseObject(answer.body);
  const code = body?.code;
  if (body && code === 0 && status < 300) return body;
  if (status === 429) {
    const limit = typeof code === 'number' ? code : status;
    throw limitedBy(answer, limit, { kind: 'limited', reason: '调用过于频繁，被平台限流' });
  }
  if (typeof code !== 'number' || code === 0) {
    throw new PlatformError('unknown', status, { message: `平台的回答无法识别（HTTP ${status}）` });
  }
  const meaning = meaningOf(code, typeof body?.msg === 'string' ? body.msg : '');
  if (meaning.kind === 'limited') throw limitedBy(answer, code, meaning);
  throw new PlatformError(meaning.kind, code, { message: `${meaning.reason}（${code}）` });
}
