import { seenMark } from '#src/operations/seen-mark.ts';
import type { Doc } from '#src/store/collections.ts';
import { type Ask, type Asks, isPrivate } from './ask.ts';
import type { Chat } from './chats.ts';
import { holdsOne, isStaff, seesAll } from './oracle.ts';
import type { Person } from './people.ts';
import type { Press, Setup } from './probe.ts';
import { type RightsWorld, rightsNow } from './world.ts';

/** Domain §1, §8: what is drafted and proposed is the assessment office's alone, where nobody reads along. */
const officeAlone = (who: Person, chat: Chat) =>
  isPrivate(chat) && holdsOne(who, 'assessment_office') ? ('here' as const) : ('refused' as const);

const staffAlone = (who: Person, chat: Chat) =>
  isPrivate(chat) && isStaff(who) ? ('here' as const) : ('refused' as const);

/** What is in force belongs to the unit's working: its own people and those who see everything, alone. */
const workingAlone = (who: Person, chat: Chat) =>
  isPrivate(chat) && (seesAll(who) || (isStaff(who) && who.units.includes('U01')))
    ? ('here' as const)
    : ('refused' as const);

const unit = 'U01';
const year = 2026;

const sent = { hash: '2'.repeat(64), name: '验收意见.pdf' };

function proposal(id: string, by: string): Doc<'adjustment_proposals'> {
  return {
    files: [{ ...sent, by, at: rightsNow }],
    ...{ id, state: 'proposed', item: 'JF02', proposed_by: by, proposed_at: rightsNow },
    adjustment: {
      ...{ year, unit, type: 'bonus', points: '0.5', reason: '省级试点验收优秀' },
      ...{ date: '2026-10-26', document: '云考办41号' },
    },
  };
}

/** What the draft changes, and what its assignment is then. */
function draftOf(world: RightsWorld) {
  const before = world.book.assignmentsOf(unit, year)[0];
  if (!before) throw new Error('the demonstration has no assignments of U01');
  const after = { ...before, annual_target: '7' };
  return { changes: [{ before, after }], after };
}

/** A draft of one unit's targets, one proposal by the asker of the office and one by a colleague, and a version of another unit. */
function rulesSetup(world: RightsWorld): Setup {
  const { changes } = draftOf(world);
  const other = world.book.assignmentsOf('U32', year)[0];
  if (!other) throw new Error('the demonstration has no assignments of U32');
  return async (tx) => {
    await tx.put('rule_drafts', { id: `${year}|${unit}`, year, unit, by: 'C086', at: rightsNow, changes });
    await tx.put('adjustment_proposals', proposal('adj_own', 'C085'));
    await tx.put('adjustment_proposals', proposal('adj_other', 'C086'));
    await tx.put('adjustment_proposals', { ...proposal('adj_done', 'C086'), state: 'effective' });
    const assignments = [{ before: { ...other, annual_target: '3' }, after: other }];
    const version = { id: '2026-2', at: rightsNow, by: 'C086', why: '调整', from: '2026-11', assignments };
    await tx.put('rule_versions', version);
  };
}

const typedTarget = { weight: '1', target: '2', milestones: '', rule: '目标完成率', keep: 'keep' };
const typedTrack = { bonus_cap: '4', style: '1224', first_quota: '30', second_quota: '50', why: '调整' };
const typedItem = { type: 'bonus', name: '揭榜挂帅', min: '0.1', max: '0.5', why: '新设' };
const typedAdjustment = {
  ...{ unit, item: 'JF02', points: '0.5', date: '2026-10-26', reason: '省级试点验收优秀', document: '41号' },
};

type Line = readonly [action: string, label: string, payload: object, part?: Omit<Press, 'value'>];

/** The marks of what is shown, as the buttons carry them. */
interface Marked {
  readonly first: { readonly id: string; readonly seen: string };
  readonly draft: string;
  readonly track: string;
}

const officePresses = ({ first, draft, track }: Marked): readonly Line[] => [
  ['targets.show', 'a unit', { unit, year }],
  ['targets.edit', 'chosen', { unit, year, add: false }, { option: first.id }],
  ['targets.edit', 'new', { unit, year, add: true }],
  ['targets.save', 'an assignment', { unit, year, ...first }, { form: typedTarget }],
  ['targets.drop', 'draft', { unit, year, seen: draft }],
  ['targets.submit', 'draft', { unit, year, seen: draft }, { form: { why: '调整', from: '2026-11' } }],
  ['track.edit', 'a track', { id: 'T1', year }],
  ['track.save', 'a track', { id: 'T1', year, seen: track }, { form: typedTrack }],
  ['adjust.form', 'form', {}],
  ['adjust.form', 'with its evidence', { file: sent }],
  ['adjust.propose', 'form', {}, { form: typedAdjustment }],
  ['adjust.propose', 'with its evidence', { file: sent }, { form: typedAdjustment }],
  ['evidence.attach', 'own proposal', { hash: '3'.repeat(64), name: '照片.jpg', proposal: 'adj_own' }],
  ['evidence.get', 'a proposal’s', { proposal: 'adj_other', at: 0 }],
  ['adjust.open', 'another’s', { id: 'adj_other' }],
  ['adjust.approve', 'another’s', { id: 'adj_other', files: 1 }],
  ['adjust.reject', 'another’s', { id: 'adj_other' }, { form: { why: '材料不全' } }],
  ['adjust.withdraw', 'own', { id: 'adj_own' }],
  ['items.show', 'catalogue', {}],
  ['item.save', 'new', { id: null, seen: '' }, { form: typedItem }],
];

/** Nobody decides on what they proposed, nor takes back what another did. */
const refusedPresses: readonly Line[] = [
  ['adjust.approve', 'own', { id: 'adj_own', files: 1 }],
  ['adjust.approve', 'whose evidence was not seen', { id: 'adj_other', files: 0 }],
  [
    'evidence.attach',
    'another’s proposal',
    { hash: '3'.repeat(64), name: '照片.jpg', proposal: 'adj_other' },
  ],
  ['evidence.get', 'beside the files', { proposal: 'adj_other', at: 7 }],
  ['evidence.get', 'of nothing', { at: 0 }],
  ['adjust.reject', 'own', { id: 'adj_own' }, { form: { why: '材料不全' } }],
  ['adjust.withdraw', 'another’s', { id: 'adj_other' }],
];

/** What is said and pressed about rules, drafts and adjustments. */
export function rulesAsks(world: RightsWorld): Asks {
  const setup = () => rulesSetup(world);
  const { changes, after } = draftOf(world);
  const marked: Marked = {
    first: { id: after.id, seen: seenMark(after) },
    draft: seenMark(changes),
    track: seenMark(world.book.tracksOf(year).find(({ id }) => id === 'T1')),
  };
  const said = (label: string, say: string, expect: Ask['expect']): Ask => ({
    ...{ label, say: () => say, setup, expect },
    shows: () => (expect === officeAlone ? ['pending'] : []),
  });
  const pressed = ([action, label, payload, part]: Line, expect: Ask['expect']): [string, Ask] => [
    `action:${action}`,
    { label, press: () => ({ value: { action, ...payload }, ...part }), setup, expect },
  ];
  const all: Record<string, Ask[]> = {
    'command:targets': [
      said('start', '/目标', officeAlone),
      said('a unit', `/目标 ${world.book.unit(unit).short_name}`, officeAlone),
    ],
    'command:adjust': [said('list', '/加减分', officeAlone)],
    'command:rules': [said('list', '/规则', staffAlone), said('one', '/规则 2026-2', staffAlone)],
    'action:rules.show': [pressed(['rules.show', 'one', { id: '2026-2' }], staffAlone)[1]],
  };
  const asks = [
    ...officePresses(marked).map((line) => pressed(line, officeAlone)),
    ...refusedPresses.map((line) => pressed(line, () => 'refused')),
    pressed(['evidence.get', 'an adjustment’s in force', { proposal: 'adj_done', at: 0 }], workingAlone),
  ];
  for (const [key, ask] of asks) all[key] = [...(all[key] ?? []), ask];
  return all;
}
