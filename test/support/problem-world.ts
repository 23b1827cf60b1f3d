import type { Context } from '#src/context.ts';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import type { Problem } from '#src/domain/enterprise/problem.ts';
import type { Actor, Place } from '#src/domain/people/actor.ts';
import type { Role } from '#src/domain/people/role.ts';
import { loadActor } from '#src/operations/people/load-actor.ts';
import { silentLog } from '#src/shared/log.ts';
import { type CollectionName, collections, type Doc } from '#src/store/collections.ts';
import type { WriteTx } from '#src/store/document-store.ts';
import { createDocumentStore } from '#src/store/memory/create-document-store.ts';
import { createMemoryFiles } from '#src/store/memory/memory-files.ts';
import { createMemoryTrail } from '#src/store/memory/memory-trail.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import { Tables } from '#src/store/memory/tables.ts';

/** Friday morning; the next working day is Monday 9 November. */
export const problemNow = '2026-11-06T09:00:00+08:00';

/** The company's own contact, sealed in the world; its phone must never be found in a journalled document. */
export const companyContact = { name: '孙建平', post: '行政经理', phone: '13800001000' };

/** A form as the card sends it. */
export const goodForm = {
  contact: '孙经理',
  phone: '138 1234-5678',
  category: '用工',
  urgency: 'normal',
  text: '旺季缺一线操作工30人，希望帮助招工。',
};

const people: readonly [id: string, name: string, unit: string | null, roles: Role[]][] = [
  ['C001', '李娜', 'U03', ['cadre', 'enterprise_desk']],
  ['C002', '邵洁', 'U03', ['cadre', 'enterprise_desk']],
  ['C003', '王强', 'U01', ['cadre', 'unit_head']],
  ['C004', '陈静', 'U01', ['cadre']],
  ['C005', '刘洋', 'U01', ['cadre']],
  ['C006', '赵敏', 'U02', ['cadre', 'unit_head']],
  ['C007', '周涛', 'U02', ['cadre']],
  ['C008', '常子龙', null, ['cadre', 'district_leader']],
  ['C009', '孙悦', 'U03', ['cadre', 'assessment_office', 'admin']],
];

/** Who is who in the world: the open_id of each. */
export const accounts = {
  desk: 'ou_C001',
  otherDesk: 'ou_C002',
  head: 'ou_C003',
  handler: 'ou_C004',
  colleague: 'ou_C005',
  otherHead: 'ou_C006',
  otherCadre: 'ou_C007',
  leader: 'ou_C008',
  admin: 'ou_C009',
  entrepreneur: 'ou_E001',
  partner: 'ou_E001b',
  stranger: 'ou_E002',
  unbound: 'ou_nobody',
} as const;

function unitDoc(id: string, short_name: string): Doc<'units'> {
  const kind = { kind: 'department' as const, kind_name: '机关部门' };
  return { id, name: `云澜区${short_name}`, short_name, aliases: [], ...kind, track: 'T1', grades: {} };
}

function cadreDoc([id, name, unit, roles]: (typeof people)[number]): Doc<'cadres'> {
  const post = roles.includes('unit_head') ? '局长' : '科长';
  const posts = [{ unit, post }];
  return {
    id,
    name,
    unit,
    unit_name: unit ?? '区领导',
    post,
    rank: '正科',
    posts,
    post_since: '2024-01',
    roles,
  };
}

async function fill(tx: WriteTx, vault: ReturnType<typeof createMemoryVault>): Promise<void> {
  for (const unit of [unitDoc('U01', '区人社局'), unitDoc('U02', '区住建局'), unitDoc('U03', '区工信局')]) {
    await tx.put('units', unit);
  }
  const bound = { bound_by: 'system', bound_at: problemNow };
  for (const person of people) {
    await tx.put('cadres', cadreDoc(person));
    await tx.put('bindings', { id: `ou_${person[0]}`, cadre: person[0], ...bound });
  }
  for (const [id, name] of [
    ['E001', '南江恒泰精密制造有限公司'],
    ['E002', '南江绿源农业科技有限公司'],
  ] as const) {
    const rest = {
      short_name: name.slice(2, 6),
      industry: '制造',
      unit: 'U02',
      scale: '规上',
      employees: 260,
    };
    const contact = await vault.seal(id, JSON.stringify(companyContact));
    await tx.put('enterprises', { id, name, ...rest, contact });
    await tx.put('bindings', { id: `ou_${id}`, enterprise: id, ...bound });
  }
  await tx.put('bindings', { id: 'ou_E001b', enterprise: 'E001', ...bound });
}

/** A problem of E001 in any state; its contact is sealed under no key that anybody holds. */
export function problemDoc(part: Partial<Problem> = {}): Problem {
  const nothing = {
    accepted_at: null,
    assigned_at: null,
    first_answer_at: null,
    answered_at: null,
    closed_at: null,
    unit: null,
    handler: null,
    desk: null,
    answer: null,
    end: null,
    public_reason: null,
    solved: null,
    rating: null,
    rating_text: null,
    verified_at: null,
    escalated_to: null,
    returned_reason: null,
  };
  return {
    ...nothing,
    id: 'P0001',
    tracking_code: 'ABCD2345',
    enterprise: 'E001',
    enterprise_name: '南江恒泰精密制造有限公司',
    contact: { key: 'E001', data: '' },
    submitter: accounts.entrepreneur,
    category: '用工',
    urgency: 'normal',
    source: 'chat_form',
    source_name: '飞书表单',
    text: '旺季缺一线操作工30人。',
    pictures: 0,
    state: 'submitted',
    submitted_at: problemNow,
    reopened_times: 0,
    refusals: [],
    pauses: [],
    ...part,
  };
}

/** Three units, nine cadres and two companies in memory; `journal` holds every journalled transaction as text. */
export async function problemWorld() {
  const journal: string[] = [];
  const store = createDocumentStore({
    tables: new Tables(),
    durability: {
      keep: async () => undefined,
      append: async (meta, { changes }) => {
        journal.push(JSON.stringify({ meta, changes }));
      },
      settled: async () => {},
      trail: createMemoryTrail().trail,
      lag: () => ({ waiting: 0, lastSyncMs: 0 }),
      failure: () => undefined,
      close: async () => {},
    },
    log: silentLog,
    lastAt: undefined,
  });
  const vault = createMemoryVault();
  const write = <T>(run: (tx: WriteTx) => Promise<T>) =>
    store.write({ at: problemNow, who: 'test', what: 'test' }, run);
  await write((tx) => fill(tx, vault));
  return {
    store,
    vault,
    journal,
    write,
    calendar: workCalendar([]),
    /** The person behind an account, as the pipeline would know them. */
    as: (who: keyof typeof accounts): Promise<Actor> =>
      store.read((tx) => loadActor(tx, { open_id: accounts[who], tenant: 't' }, 't')),
    /** Puts a problem into the state that a test begins with. */
    given: (part: Partial<Problem> = {}) => write((tx) => tx.put('problems', problemDoc(part))),
    problem: (id = 'P0001') => store.read((tx) => tx.get('problems', id)),
    /** Everything the store holds, as text. */
    dump: () =>
      store.read(async (tx) => {
        const names = Object.keys(collections) as CollectionName[];
        return JSON.stringify(await Promise.all(names.map((name) => tx.all(name))));
      }),
  };
}

/** The context of an event in a world, in the asker's private chat unless said otherwise. */
export async function problemContext(world: ProblemWorld, tx: WriteTx, asking: Asking): Promise<Context> {
  const none = () => Promise.reject(new Error('no assessment data in this world'));
  return {
    actor: await loadActor(tx, { open_id: accounts[asking.who], tenant: 't' }, 't'),
    place: asking.place ?? { type: 'private', chatId: `oc_${asking.who}` },
    tx,
    now: asking.now ?? problemNow,
    log: silentLog,
    reference: 'TEST22',
    calendar: world.calendar,
    vault: world.vault,
    files: createMemoryFiles(),
    frame: { demo: false, asOf: problemNow, ruleVersion: '2026-1' },
    commands: [],
    knowledge: { book: none, vocabulary: none },
  };
}

export interface Asking {
  readonly who: keyof typeof accounts;
  readonly place?: Place;
  readonly now?: string;
}

export type ProblemWorld = Awaited<ReturnType<typeof problemWorld>>;
