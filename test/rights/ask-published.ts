import { freezeTable } from '#src/domain/assessment/published/freeze-table.ts';
import { contentOf } from '#src/domain/assessment/published/verify-table.ts';
import type { PublishedTable } from '#src/domain/assessment/records/published-table.ts';
import { contentHash } from '#src/shared/canonical-json.ts';
import type { Doc } from '#src/store/collections.ts';
import { type Ask, type Asks, isPrivate } from './ask.ts';
import type { Chat } from './chats.ts';
import { holdsOne, isStaff, type Listing, rowsFor } from './oracle.ts';
import type { Person } from './people.ts';
import type { Press, Setup } from './probe.ts';
import { type RightsWorld, rightsNow } from './world.ts';

const track = 'T4';
const listing: Listing = { scope: 'track', of: track, period: '2026-10' };

const alone =
  (...roles: Parameters<typeof holdsOne>[1][]) =>
  (who: Person, chat: Chat) =>
    isPrivate(chat) && roles.some((role) => holdsOne(who, role)) ? ('here' as const) : ('refused' as const);
const officeAlone = alone('assessment_office');
/** Domain §8: who is shown everything, where nobody reads along. */
const leadersAlone = alone('district_leader', 'assessment_office', 'organization_dept', 'supervision_office');

/** A published result is shown where a live ranking of the same list would be. */
function whereRanked(who: Person, chat: Chat) {
  const closed = chat.kind === 'unregistered' || chat.kind === 'task_force';
  return !isStaff(who) || closed ? ('refused' as const) : ('here' as const);
}

const listed = (who: Person, chat: Chat) =>
  !isStaff(who) || chat.kind === 'unregistered' ? ('refused' as const) : ('here' as const);

/** What is said where nothing may stand is answered to its asker alone. */
const listSaid = (who: Person, chat: Chat) =>
  isStaff(who) && chat.kind === 'unregistered' ? ('privately' as const) : listed(who, chat);

function published(world: RightsWorld, period: string): PublishedTable {
  const asked = { scope: 'track' as const, of: track, period, now: rightsNow };
  const content = contentOf(freezeTable(world.book, asked));
  const head = { name: '园区国企赛道', edition: 1, published_by: 'C085', published_at: rightsNow };
  return { ...content, ...head, id: `${period}.${track}.1`, hash: contentHash(content) };
}

interface Proposed {
  readonly id: string;
  readonly by: string;
  readonly state?: 'effective' | 'rejected';
}

function proposal(table: PublishedTable, { id, by, state }: Proposed): Doc<'grade_proposals'> {
  const graded = { score: '90.00', place: 1, grade: 'first' as const, barred: false };
  return {
    ...{ id, year: 2026, track, track_name: '园区国企赛道', table: table.id, table_hash: table.hash },
    ...{ rows: [{ unit: 'U42', name: '区经开区', ...graded }], notes: [], provisional: 0 },
    ...{ state: state ?? 'proposed', proposed_by: by, proposed_at: rightsNow },
  };
}

type Line = readonly [action: string, label: string, payload: object, part?: Omit<Press, 'value'>];

const monthly = '2026-10.T4.1';
const table = { scope: 'track', of: 'T2', period: '2026-10' };

/** What is said and pressed about published tables and year-end grades. */
export function publishedAsks(world: RightsWorld): Asks {
  const [month, year] = [published(world, '2026-10'), published(world, '2026')];
  const withMonth: Setup = (tx) => tx.put('published_tables', month);
  const withYear: Setup = (tx) => tx.put('published_tables', year);
  const withGrades: Setup = async (tx) => {
    await tx.put('published_tables', year);
    await tx.put('grade_proposals', proposal(year, { id: '2026.T4.1', by: 'C085' }));
    await tx.put('grade_proposals', proposal(year, { id: '2026.T4.2', by: 'C086' }));
    await tx.put('grade_proposals', proposal(year, { id: '2026.T4.3', by: 'C086', state: 'effective' }));
    await tx.put('grade_proposals', proposal(year, { id: '2026.T4.4', by: 'C086', state: 'rejected' }));
  };
  const all: Record<string, Ask[]> = {
    'command:published': [{ label: 'list', say: () => '/公布 10月', expect: listSaid }],
    'command:grades': [{ label: 'list', say: () => '/等次 2026', expect: leadersAlone }],
  };
  const add = ([action, label, payload, part]: Line, ask: Omit<Ask, 'label' | 'press'>) => {
    const key = `action:${action}`;
    const press = () => ({ value: { action, ...payload }, ...part });
    all[key] = [...(all[key] ?? []), { label, press, ...ask }];
  };
  const shown: Omit<Ask, 'label' | 'press'> = {
    setup: () => withMonth,
    listing: () => listing,
    expect: whereRanked,
    shows(who, chat) {
      const rows = rowsFor(world.book, isPrivate(chat) ? { person: who } : { chat }, {
        listing,
        now: rightsNow,
      });
      return rows.map((unit) => `row:${unit}`);
    },
  };
  add(['published.show', 'a table', { id: monthly }], shown);
  add(['published.list', 'a period', { period: '2026-10' }], { expect: listed });
  add(['publish.ask', 'a track', { period: '2026-10' }, { option: 'track|T2' }], { expect: officeAlone });
  add(['publish.do', 'a track', table, { form: { why: '' } }], { expect: officeAlone });
  add(['publish.drafts', 'hide', { hide: true, period: '2026-10' }], { expect: officeAlone });
  add(['publish.export', 'a table', { id: monthly }], { setup: () => withMonth, expect: officeAlone });
  for (const action of ['fairness.show', 'fairness.check'])
    add([action, 'a table', { id: monthly }], { setup: () => withMonth, expect: leadersAlone });
  add(['grades.show', 'a year', { year: 2026 }], { expect: leadersAlone });
  const graded = { setup: () => withGrades };
  add(['grades.open', 'in force', { id: '2026.T4.3' }], { ...graded, expect: leadersAlone });
  add(['grades.open', 'a proposal', { id: '2026.T4.2' }], {
    ...{ ...graded, expect: officeAlone },
    shows: () => ['pending'],
  });
  add(['grades.open', 'rejected', { id: '2026.T4.4' }], { ...graded, expect: officeAlone });
  add(['grades.propose', 'a track', { track, year: 2026 }], { setup: () => withYear, expect: officeAlone });
  const reject = { form: { why: '材料不全' } };
  add(['grades.approve', 'another’s', { id: '2026.T4.2' }], { ...graded, expect: officeAlone });
  add(['grades.reject', 'another’s', { id: '2026.T4.2' }, reject], { ...graded, expect: officeAlone });
  add(['grades.withdraw', 'own', { id: '2026.T4.1' }], { ...graded, expect: officeAlone });
  add(['grades.approve', 'own', { id: '2026.T4.1' }], { ...graded, expect: () => 'refused' });
  add(['grades.withdraw', 'another’s', { id: '2026.T4.2' }], { ...graded, expect: () => 'refused' });
  return all;
}
