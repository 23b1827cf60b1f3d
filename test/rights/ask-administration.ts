import type { Doc } from '#src/store/collections.ts';
import { type Ask, type Asks, isPrivate } from './ask.ts';
import type { Chat } from './chats.ts';
import { holdsOne } from './oracle.ts';
import type { Person } from './people.ts';
import type { Press, Setup } from './probe.ts';
import { marked } from './secrets.ts';
import { type RightsWorld, rightsNow } from './world.ts';

/** Domain §1: only administrators look into the system, and only where nobody reads along. */
const adminAlone = (who: Person, chat: Chat) =>
  isPrivate(chat) && holdsOne(who, 'admin') ? ('here' as const) : ('refused' as const);

const cardOf = (words: readonly string[]) =>
  JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content: words.join('\n') }] } });

function parkedDoc(part: Partial<Doc<'outbox'>> & Pick<Doc<'outbox'>, 'id' | 'parked'>): Doc<'outbox'> {
  return {
    ...{ seq: 1, kind: 'interactive', content: null, buttons: [], subject: null, state: 'parked' },
    ...{ attempts: 1, first_tried_ms: null, not_before: null, created_at: rightsNow, sent_at: null },
    ...{ reason: marked.reason, message: null, chat: null, private: true },
    target: { type: 'person', person: part.reader ?? 'ou_demo_C020' },
    ...part,
  };
}

/** One that certainly did not arrive, full of what only its reader may see, and one with a phone that may have. */
function parkedSetup(world: RightsWorld): Setup {
  const at = world.secrets.assignments.findIndex(({ unit }) => unit === 'U01');
  const problem = world.problems.find(({ unit }) => unit === 'U01');
  const phone = world.secrets.phones.find(({ enterprise }) => enterprise === 'E001')?.phone;
  if (at < 0 || !problem || phone === undefined) throw new Error('the demonstration has no U01 or E001');
  const words = [`完成值 ${marked.value('12.3', at)}`, marked.text(problem.id)];
  return async (tx) => {
    await tx.put(
      'outbox',
      parkedDoc({
        ...{ id: 'msg_refused', reader: 'ou_demo_C020', content: cardOf(words) },
        ...{ subject: `problem:${problem.id}:handler` },
        parked: { at: rightsNow, cause: 'refused', code: 230013 },
      }),
    );
    await tx.put(
      'outbox',
      parkedDoc({
        ...{
          id: 'msg_unknown',
          reader: 'ou_demo_E001',
          content: await world.vault.seal('E001', cardOf([phone])),
        },
        parked: { at: rightsNow, cause: 'unknown', code: null },
      }),
    );
  };
}

const drop: Press['form'] = { why: 'gone', note: '' };

const presses: readonly (readonly [action: string, label: string, payload: object, form?: Press['form']])[] =
  [
    ['parked.show', 'page', { page: 1 }],
    ['parked.retry', 'one that did not arrive', { id: 'msg_refused', page: 1, sure: false }],
    ['parked.retry', 'one that may have arrived', { id: 'msg_unknown', page: 1, sure: false }],
    ['parked.retry', 'one that may have arrived, asked twice', { id: 'msg_unknown', page: 1, sure: true }],
    ['parked.retry', 'one that is no longer there', { id: 'msg_gone', page: 1, sure: false }],
    ['parked.retry_all', 'all', {}],
    ['parked.drop_ask', 'one', { id: 'msg_refused', page: 1 }],
    ['parked.drop', 'one', { id: 'msg_refused', page: 1 }, drop],
    ['parked.drop', 'sealed one', { id: 'msg_unknown', page: 1 }, drop],
  ];

/** Whatever is done, a list or a question follows: receiver, kind and reason, of the content nothing. */
function parkedAsks(world: RightsWorld): Asks {
  const of = { setup: () => parkedSetup(world), expect: adminAlone, shows: () => ['parked'] };
  const all: Record<string, Ask[]> = { 'command:parked': [{ label: 'list', say: () => '/滞留', ...of }] };
  for (const [action, label, payload, form] of presses) {
    const press = () => ({ value: { action, ...payload }, ...(form ? { form } : {}) });
    const key = `action:${action}`;
    all[key] = [...(all[key] ?? []), { label, press, ...of }];
  }
  return all;
}

const looks = ['', '上报', '诉求', '绑定', '全部'];

/** Names of people, units and fields; of what the documents say nothing. */
function auditAsks(): Asks {
  const of = { expect: adminAlone, shows: () => ['trail'] };
  const shown = (label: string, press: Omit<Press, 'value'> & { payload: object }): Ask => ({
    label,
    press: () => ({ value: { action: 'audit.show', ...press.payload }, form: press.form ?? {} }),
    ...of,
  });
  return {
    'command:audit': looks.map((words) => ({ label: words || 'newest', say: () => `/审计 ${words}`, ...of })),
    'action:audit.show': [
      shown('newest', { payload: { q: '' } }),
      shown('all', { payload: { q: '全部' } }),
      shown('form', { payload: {}, form: { topic: '诉求' } }),
    ],
  };
}

/** What administrators alone may say and press. */
export function administrationAsks(world: RightsWorld): Asks {
  return { ...parkedAsks(world), ...auditAsks() };
}
