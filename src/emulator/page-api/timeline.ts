import type { TimedTraceEntry, TraceFeed } from '../emulator.ts';
import type { DeliveryNote } from '../events/courier.ts';
import type { ApiCall } from '../open-api/call-log.ts';
import type { World } from '../open-api/platform.ts';

/** An entry of the side panel, numbered so that the page can tell new ones. */
export interface TimelineEntry extends TimedTraceEntry {
  readonly number: number;
}

const kept = 400;

const callTitles: Record<ApiCall['name'], string> = {
  token: '取得 tenant_access_token',
  send: '发送消息',
  reply: '回复消息',
  update: '更新卡片',
  upload: '上传文件',
  download: '下载文件',
  bot_info: '查询机器人信息',
  find_people: '按手机号或邮箱找人',
  person: '查询人员',
};

/** A JSON text as what it means, so that the panel can unfold it. */
function unfolded(asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null || !('content' in asked)) return asked;
  try {
    return { ...asked, content: JSON.parse(String(asked.content)) };
  } catch {
    return asked;
  }
}

function deliveryTitle({ event, attempt, delivery }: DeliveryNote): string {
  const again = attempt > 1 ? `（第 ${attempt} 次）` : '';
  if (!delivery) return `投递事件 ${event.type}${again}`;
  if (delivery.outcome === 'timeout') return `机器人未在时限内应答${again}`;
  if (delivery.outcome === 'unreachable') return `连不上机器人${again}`;
  return `机器人应答 ${delivery.status}，${delivery.tookMs} 毫秒${again}`;
}

function callTitle(call: ApiCall): string {
  const known = call.repeated ? '（uuid 已用过，返回原消息）' : '';
  const outcome = call.code === 0 ? '成功' : `${call.status} / ${call.code}`;
  return `${callTitles[call.name]}：${outcome}${known}`;
}

/** What happened, oldest first: events and API calls as the platform sees them, and the bot's own stages between. */
export class Timeline {
  readonly #entries: TimelineEntry[] = [];
  readonly #listeners = new Set<(entry: TimelineEntry) => void>();
  readonly #now: () => string;
  #number = 0;

  constructor(world: World, trace: TraceFeed) {
    this.#now = () => world.clock.now();
    for (const entry of trace.recent()) this.#add(entry);
    trace.subscribe((entry) => this.#add(entry));
    world.calls.subscribe((call) =>
      this.#add({
        at: call.at,
        reference: '',
        stage: 'api',
        title: callTitle(call),
        detail: { asked: unfolded(call.asked), status: call.status, code: call.code, message: call.message },
      }),
    );
  }

  /** An event is being delivered, or the webhook has answered. */
  noteDelivery(note: DeliveryNote): void {
    const { event, delivery } = note;
    const detail = delivery ?? event.body;
    this.#add({ at: this.#now(), reference: '', stage: 'event', title: deliveryTitle(note), detail });
  }

  recent(): readonly TimelineEntry[] {
    return this.#entries;
  }

  subscribe(listener: (entry: TimelineEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #add(entry: TimedTraceEntry): void {
    const numbered = { ...entry, number: ++this.#number };
    this.#entries.push(numbered);
    if (this.#entries.length > kept) this.#entries.shift();
    for (const listener of this.#listeners) listener(numbered);
  }
}
