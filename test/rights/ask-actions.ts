import { type Ask, type Asks, isPrivate, otherUnit, ownUnit } from './ask.ts';
import { listingFits } from './ask-commands.ts';
import { problemAsks } from './ask-problems.ts';
import type { Chat } from './chats.ts';
import { draftFitsIn, type SampleItem, sampleItem, withDraft } from './draft-cells.ts';
import { holdsOne, isStaff, type Listing, rowsFor } from './oracle.ts';
import type { Person } from './people.ts';
import type { Press } from './probe.ts';
import { type RightsWorld, rightsNow } from './world.ts';

const period = '2026-10';

const listings: Readonly<Record<string, Listing>> = {
  'a track': { scope: 'track', of: 'T1', period },
  'another track': { scope: 'track', of: 'T3', period },
  'a task force': { scope: 'task_force', of: 'TF01', period },
  'an indicator': { scope: 'indicator', of: 'JJ-03', period },
  'another indicator': { scope: 'indicator', of: 'NC-06', period },
};

function rankingAsk(world: RightsWorld, label: string, listing: Listing): Ask {
  return {
    label,
    press: () => ({ value: { action: 'ranking.show', ...listing, page: 1 } }),
    listing: () => listing,
    expect(who, chat) {
      const closed = chat.kind === 'unregistered' || !listingFits(chat, listing);
      return !isStaff(who) || closed ? 'refused' : 'here';
    },
    shows(who, chat) {
      const rows = rowsFor(world.book, isPrivate(chat) ? { person: who } : { chat }, {
        listing,
        now: rightsNow,
      });
      return rows.length > 15 ? [] : rows.map((unit) => `row:${unit}`);
    },
  };
}

/** Where a unit's working may be shown to everybody: among leaders, and in the unit's own group. */
const opensIn = (chat: Chat, unit: string) =>
  chat.kind === 'leaders' || (chat.kind === 'unit' && chat.of === unit);

function mayOpen(who: Person, unit: string): boolean {
  const all = holdsOne(
    who,
    'district_leader',
    'assessment_office',
    'organization_dept',
    'supervision_office',
  );
  return isStaff(who) && (all || who.units.includes(unit));
}

function explainAsk(
  label: string,
  unitOf: (who: Person) => string,
  part: Partial<Press> & { page?: number },
): Ask {
  const { page, option } = part;
  return {
    label,
    press(who) {
      const named = option === undefined ? { unit: unitOf(who) } : {};
      const value = { action: 'explain.show', ...named, period, ...(page ? { page } : {}) };
      return { value, ...(option === undefined ? {} : { option: unitOf(who) }) };
    },
    expect(who, chat) {
      const unit = unitOf(who);
      if (isStaff(who) && opensIn(chat, unit)) return 'here';
      if (!mayOpen(who, unit)) return 'refused';
      if (isPrivate(chat)) return 'here';
      return page === undefined ? 'privately' : 'refused';
    },
    shows: (who) => [`row:${unitOf(who)}`],
  };
}

/** A button that shows something of a unit's working, as a new card or in place of the pressed one. */
function workingAsk(
  world: RightsWorld,
  label: string,
  { unitOf, value }: { unitOf: (who: Person) => string; value: Press['value'] },
): Ask {
  const own = explainAsk(label, unitOf, 'page' in value ? { page: 1 } : {});
  return {
    ...own,
    press: (who) => ({ value: { ...value, unit: unitOf(who), period } }),
    listing: (who) => ({ scope: 'track', of: world.book.trackOfUnit(unitOf(who), 2026)?.id ?? '', period }),
  };
}

function workingAsks(world: RightsWorld, value: Press['value']): Ask[] {
  return [
    workingAsk(world, 'own unit', { unitOf: ownUnit, value }),
    workingAsk(world, 'another unit', { unitOf: otherUnit, value }),
    workingAsk(world, 'another unit, page by page', { unitOf: otherUnit, value: { ...value, page: 1 } }),
  ];
}

interface DraftCell {
  readonly action: string;
  readonly payload?: object;
  readonly form?: (item: SampleItem, target: SampleItem) => Record<string, unknown>;
  /** Of whose unit the item becomes; its own unless said. */
  readonly target?: (who: Person) => string;
  /** Says nothing of the values, so it may stay where it is. */
  readonly silent?: boolean;
}

function draftAsk(world: RightsWorld, label: string, cell: DraftCell): Ask {
  const target = (who: Person) => sampleItem(world, cell.target?.(who) ?? ownUnit(who));
  return {
    label,
    press(who) {
      const value = { action: cell.action, draft: 'draft_1', ...cell.payload };
      const late = cell.action === 'report.confirm' ? { late_reason: '部门数据晚到' } : {};
      return { value, form: cell.form?.(sampleItem(world, ownUnit(who)), target(who)) ?? late };
    },
    setup: (who) => withDraft(who.openId, [sampleItem(world, ownUnit(who))]),
    expect(who, chat) {
      if (!holdsOne(who, 'cadre')) return 'refused';
      const reports = cell.action === 'report.confirm' || cell.form !== undefined;
      if (reports && !who.units.includes(target(who).unit)) return 'refused';
      return cell.silent || draftFitsIn(world, chat, target(who)) ? 'here' : 'privately';
    },
  };
}

function foreignDraftAsk(world: RightsWorld, action: string, form: Record<string, unknown> = {}): Ask {
  return {
    label: 'another’s draft',
    press: () => ({ value: { action, draft: 'draft_1', ask: 0, left: 1, choice: '2026-09' }, form }),
    setup: () => withDraft('ou_demo_C160', [sampleItem(world, 'U33')]),
    expect: () => 'refused',
  };
}

function answerAsk(world: RightsWorld): Ask {
  const asked = (who: Person) => {
    const { indicator, unit, value } = sampleItem(world, ownUnit(who));
    return { reason: 'no_period', text: '', indicator, unit, period: null, value, candidates: [] };
  };
  return {
    label: 'own draft',
    press: () => ({
      value: { action: 'report.answer', draft: 'draft_1', ask: 0, left: 1, choice: '2026-10' },
    }),
    setup: (who) => withDraft(who.openId, [], [asked(who)]),
    expect(who, chat) {
      if (!holdsOne(who, 'cadre') || who.units.length === 0) return 'refused';
      return draftFitsIn(world, chat, sampleItem(world, ownUnit(who))) ? 'here' : 'privately';
    },
  };
}

const correction = ({ value, period: of }: SampleItem, { unit, indicator }: SampleItem) => ({
  ...{ value_0: value, period_0: of, unit_0: unit, indicator_0: indicator, keep_0: 'keep' },
});

function submitAsk(world: RightsWorld, label: string, unitOf: (who: Person) => string): Ask {
  return {
    label,
    press(who) {
      const { indicator, unit, period: of, value } = sampleItem(world, unitOf(who));
      return { value: { action: 'report.submit' }, form: { indicator, unit, period: of, value } };
    },
    expect(who, chat) {
      const unit = unitOf(who);
      if (!holdsOne(who, 'cadre') || !who.units.includes(unit)) return 'refused';
      return draftFitsIn(world, chat, sampleItem(world, unit)) ? 'here' : 'privately';
    },
  };
}

function reportAsks(world: RightsWorld): Asks {
  const form = correction(sampleItem(world, 'U33'), sampleItem(world, 'U33'));
  const secondPost = (who: Person) => who.units[1] ?? otherUnit(who);
  const own = (action: string, more: Partial<DraftCell> = {}) =>
    draftAsk(world, 'own draft', { action, ...more });
  return {
    'action:report.confirm': [own('report.confirm'), foreignDraftAsk(world, 'report.confirm')],
    'action:report.correct': [own('report.correct'), foreignDraftAsk(world, 'report.correct')],
    'action:report.cancel': [own('report.cancel', { silent: true }), foreignDraftAsk(world, 'report.cancel')],
    'action:report.back': [own('report.back'), foreignDraftAsk(world, 'report.back')],
    'action:report.answer': [answerAsk(world), foreignDraftAsk(world, 'report.answer')],
    'action:report.correct_submit': [
      own('report.correct_submit', { form: correction }),
      draftAsk(world, 'own draft, to another unit', {
        action: 'report.correct_submit',
        form: correction,
        target: secondPost,
      }),
      foreignDraftAsk(world, 'report.correct_submit', form),
    ],
    'action:report.submit': [
      submitAsk(world, 'own unit', ownUnit),
      submitAsk(world, 'another unit', otherUnit),
    ],
  };
}

const byAdmin = (chats: (chat: Chat) => boolean) => (who: Person, chat: Chat) =>
  holdsOne(who, 'admin') && chats(chat) ? ('here' as const) : ('refused' as const);

/** What is pressed of each action. An action without an entry fails the matrix by name. */
export function actionAsks(world: RightsWorld): Asks {
  return {
    'action:ranking.show': Object.entries(listings).map(([label, listing]) =>
      rankingAsk(world, label, listing),
    ),
    'action:explain.show': [
      explainAsk('own unit', ownUnit, {}),
      explainAsk('another unit', otherUnit, {}),
      explainAsk('another unit, chosen', otherUnit, { option: 'U32' }),
      explainAsk('another unit, page by page', otherUnit, { page: 1 }),
    ],
    'action:compare.show': workingAsks(world, { action: 'compare.show', with: '2026-09' }),
    'action:roadmap.show': workingAsks(world, { action: 'roadmap.show' }),
    ...reportAsks(world),
    ...problemAsks(world),
    'action:bind.submit': [
      {
        label: 'bind',
        press: () => ({ value: { action: 'bind.submit' }, form: { contact: '13900000161', roster: 'C161' } }),
        expect: byAdmin(isPrivate),
      },
    ],
    'action:chat.register': [
      {
        label: 'as leaders',
        press: () => ({ value: { action: 'chat.register' }, form: { kind: 'leaders' } }),
        expect: byAdmin((chat) => !isPrivate(chat)),
      },
    ],
  };
}
