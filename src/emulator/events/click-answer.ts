import { z } from 'zod';
import { checkCard } from '../open-api/card-check/check-card.ts';
import type { Delivery } from './post-event.ts';
import type { ShownToast } from './press.ts';

const answerSchema = z.strictObject({
  toast: z
    .object({ type: z.enum(['info', 'success', 'error', 'warning']).default('info'), content: z.string() })
    .optional(),
  card: z.object({ type: z.literal('raw'), data: z.looseObject({}) }).optional(),
});

/** What a callback's answer asks of the client, or the error it shows instead (fact sheet §2.3, §2.4). */
export type ReadAnswer =
  | { readonly toast?: ShownToast; readonly card?: object }
  | { readonly error: { readonly code: number; readonly message: string } };

const sentences: Record<number, string> = {
  200341: '目标回调服务超时未响应（3 秒）',
  200342: '目标回调服务连接失败',
  200671: '目标回调服务返回的状态码不是 200',
  200672: '目标回调服务返回的内容格式不正确',
  200673: '目标回调服务返回的卡片不正确',
  200830: '2.0 卡片不能更新为 1.0 卡片',
};

function error(code: number, detail = ''): ReadAnswer {
  return { error: { code, message: `${sentences[code]}${detail && `：${detail}`}` } };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Reads the webhook's answer to a click as the client would. */
export function readClickAnswer(delivery: Delivery, isKnown: (openId: string) => boolean): ReadAnswer {
  if (delivery.outcome === 'timeout') return error(200341);
  if (delivery.outcome === 'unreachable') return error(200342);
  if (delivery.status !== 200) return error(200671, String(delivery.status));
  const answer = answerSchema.safeParse(parsed(delivery.body));
  if (!answer.success) return error(200672);
  const { toast, card } = answer.data;
  if (card && card.data.schema !== '2.0') return error(200830);
  const defect = card && checkCard(card.data, isKnown);
  if (defect) return error(200673, `${defect.code} ${defect.message} ${defect.value}`);
  return { ...(toast ? { toast } : {}), ...(card ? { card: card.data } : {}) };
}
