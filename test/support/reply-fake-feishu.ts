import { type Delivered, type Feishu, PlatformError, type PlatformMessage } from '#src/feishu/feishu.ts';

/** A call as the fake got it, with the machine time at which it came. */
export interface FakeCall {
  readonly type: 'send' | 'reply' | 'update';
  /** Chat, person, or message answered or updated. */
  readonly to: string;
  readonly content: string;
  readonly uuid: string | undefined;
  readonly atMs: number;
}

/** What the fake does with a call: `ok`; an error without effect; `lost`: the effect happens, the answer never comes. */
export type Behaviour = 'ok' | 'lost' | PlatformError;

/** A platform that follows a script and, as the real one, delivers at most one message per uuid within an hour. */
export interface FakeFeishu extends Feishu {
  readonly calls: FakeCall[];
  /** Messages that people see, in the order of delivery. */
  readonly delivered: (FakeCall & { readonly messageId: string })[];
  /** Behaviours of the next calls that match; when they are used up, everything is ok. */
  script(match: (call: FakeCall) => boolean, ...behaviours: Behaviour[]): void;
}

/** A failure as the adapter classifies it. */
export function failure(kind: PlatformError['kind'], code: number, waitMs = 0): PlatformError {
  return new PlatformError(kind, code, { message: `code ${code}`, waitMs });
}

const lostAnswer = failure('unknown', 0);
const notUsed = async () => {
  throw new Error('not used by the outbox');
};

/** Builds the fake. */
export function createFakeFeishu(): FakeFeishu {
  const calls: FakeCall[] = [];
  const delivered: (FakeCall & { messageId: string })[] = [];
  const scripts: { match: (call: FakeCall) => boolean; behaviours: Behaviour[] }[] = [];

  function happen(call: FakeCall): Delivered {
    const same = delivered.find(({ uuid, atMs }) => uuid === call.uuid && call.atMs - atMs < 3_600_000);
    if (same) return { messageId: same.messageId, chatId: chatOf(same) };
    const messageId = `om_${delivered.length + 1}`;
    delivered.push({ ...call, messageId });
    return { messageId, chatId: chatOf(call) };
  }

  async function receive(input: Omit<FakeCall, 'atMs'>): Promise<Delivered> {
    const call = { ...input, atMs: Date.now() };
    calls.push(call);
    // The network takes its time.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const script = scripts.find(({ match, behaviours }) => behaviours.length > 0 && match(call));
    const behaviour = script?.behaviours.shift() ?? 'ok';
    if (behaviour instanceof PlatformError) throw behaviour;
    const result = call.type === 'update' ? { messageId: call.to, chatId: '' } : happen(call);
    if (behaviour === 'lost') throw lostAnswer;
    return result;
  }

  return {
    calls,
    delivered,
    script: (match, ...behaviours) => scripts.push({ match, behaviours }),
    send: (to, message: PlatformMessage, uuid) =>
      receive({ type: 'send', to: 'chat' in to ? to.chat : to.person, content: message.content, uuid }),
    reply: (to, message, uuid) => receive({ type: 'reply', to, content: message.content, uuid }),
    async update(to, content) {
      await receive({ type: 'update', to, content, uuid: undefined });
    },
    botInfo: notUsed,
    findPeople: notUsed,
    hasLeft: notUsed,
    uploadFile: notUsed,
    downloadFile: notUsed,
  };
}

/** Persons' private chats and answered messages' chats by their names: `ou_x` → `oc_p_ou_x`, `om_in_oc_a…` → `oc_a`. */
function chatOf({ to }: FakeCall): string {
  if (to.startsWith('ou_')) return `oc_p_${to}`;
  return /^om_in_(oc_[a-z]+)/.exec(to)?.[1] ?? to;
}
