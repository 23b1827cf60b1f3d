import { type Ask, type Asks, isPrivate, otherUnit, ownUnit, toAskerAlone } from './ask.ts';
import { codeAsk, mayAskTickets, ticketAsk } from './ask-tickets.ts';
import type { Chat } from './chats.ts';
import { draftFitsIn, sampleItem } from './draft-cells.ts';
import { holdsOne, isStaff, type Listing, rowsFor, seesAll } from './oracle.ts';
import type { Person } from './people.ts';
import { type RightsWorld, rightsNow } from './world.ts';

const period = '2026-10';

/** The words of each ranking that is tried, and what it lists. */
function rankingWords(world: RightsWorld): [string, Listing][] {
  const name = (code: string) => world.book.indicator(code).name;
  return [
    ['发展攻坚赛道 10月', { scope: 'track', of: 'T1', period }],
    ['全区 10月', { scope: 'district', period }],
    ['经济运行专班 10月', { scope: 'task_force', of: 'TF01', period }],
    [`${name('JJ-03')} 10月`, { scope: 'indicator', of: 'JJ-03', period }],
    [`${name('NC-06')} 10月`, { scope: 'indicator', of: 'NC-06', period }],
  ];
}

const forceOfListing: Readonly<Record<string, string>> = { TF01: 'TF01', 'JJ-03': 'TF01', 'NC-06': 'TF11' };

/** Whether a chat may be shown this ranking at all: a task force's group only its own. */
export function listingFits(chat: Chat, { of = '' }: Listing): boolean {
  return chat.kind !== 'task_force' || forceOfListing[of] === chat.of;
}

function rankingAsk(world: RightsWorld, [words, listing]: [string, Listing]): Ask {
  return {
    label: words,
    say: () => `/排名 ${words}`,
    listing: () => listing,
    expect(who, chat) {
      if (!isStaff(who) || !listingFits(chat, listing)) return 'refused';
      return chat.kind === 'unregistered' ? 'privately' : 'here';
    },
    shows(who, chat) {
      const alone = isPrivate(chat) || chat.kind === 'unregistered';
      const rows = rowsFor(world.book, alone ? { person: who } : { chat }, { listing, now: rightsNow });
      // Longer lists come page by page.
      return rows.length > 15 ? [] : rows.map((unit) => `row:${unit}`);
    },
  };
}

function defaultListing(world: RightsWorld, who: Person, chat: Chat): Listing {
  if (chat.kind === 'task_force') return { scope: 'task_force', of: chat.of ?? '', period };
  const unit =
    chat.kind === 'unit'
      ? chat.of
      : chat.kind === 'leaders' || chat.kind === 'public_ranking'
        ? undefined
        : who.units[0];
  const everything = holdsOne(
    who,
    'district_leader',
    'assessment_office',
    'organization_dept',
    'supervision_office',
  );
  const asAll = chat.kind !== 'unit' && everything;
  const track = unit === undefined || asAll ? undefined : world.book.trackOfUnit(unit, 2026);
  return track ? { scope: 'track', of: track.id, period } : { scope: 'tracks', period };
}

function maySeeWorking(who: Person, unit: string | undefined): boolean {
  return unit !== undefined && isStaff(who) && (seesAll(who) || who.units.includes(unit));
}

/** Who sees all and has no unit is asked which one. */
const isAsked = (who: Person, unit: string | undefined) => unit === undefined && seesAll(who);

function trackListing(world: RightsWorld, unit: string | undefined): Listing | undefined {
  const track = unit === undefined ? undefined : world.book.trackOfUnit(unit, 2026);
  return track && { scope: 'track', of: track.id, period };
}

/** What goes into a unit's score, or could: its track's places as the ranking shows them, and no raw value of another unit. */
function workingAsk(
  world: RightsWorld,
  label: string,
  {
    unitOf,
    words,
  }: { unitOf: (who: Person) => string | undefined; words: (name: string, unit: string) => string },
): Ask {
  const asked = (who: Person) => unitOf(who) ?? who.units[0];
  return {
    label,
    say(who) {
      const unit = unitOf(who);
      const name = unit === undefined ? '' : `${world.book.unit(unit).short_name} `;
      return words(name, unit ?? ownUnit(who));
    },
    listing: (who) => trackListing(world, asked(who)),
    expect(who, chat) {
      const chosen = isAsked(who, asked(who)) && !words('', ownUnit(who)).startsWith('/测算');
      return chosen || maySeeWorking(who, asked(who)) ? toAskerAlone(chat) : 'refused';
    },
    shows: (who) => (isAsked(who, asked(who)) ? [] : [`row:${asked(who) ?? ownUnit(who)}`]),
  };
}

/** A value that the unit's first indicator of the year could have. */
function supposition(world: RightsWorld, unit: string): string {
  const [assignment] = world.book.assignmentsOf(unit, 2026);
  const indicator = assignment && world.book.indicator(assignment.indicator);
  return `${indicator?.name} ${indicator?.max}${indicator?.measure}`;
}

function workingAsks(world: RightsWorld, words: (name: string, unit: string) => string): Ask[] {
  return [
    workingAsk(world, 'as it is', { unitOf: () => undefined, words }),
    workingAsk(world, 'another unit', { unitOf: otherUnit, words }),
  ];
}

function explainAsk(world: RightsWorld, label: string, unitOf: (who: Person) => string | undefined): Ask {
  const asked = (who: Person) => unitOf(who) ?? who.units[0];
  const allowed = (who: Person) => maySeeWorking(who, asked(who)) || isAsked(who, asked(who));
  return {
    label,
    say(who) {
      const unit = unitOf(who);
      return unit === undefined ? '/得分 10月' : `/得分 ${world.book.unit(unit).short_name} 10月`;
    },
    expect: (who, chat) => (allowed(who) ? toAskerAlone(chat) : 'refused'),
    shows: (who) => (isAsked(who, asked(who)) ? [] : [`row:${unitOf(who) ?? ownUnit(who)}`]),
  };
}

/** Said in private or in a group, the answer comes to the asker alone, if at all. */
function aloneAsk(label: string, text: string, may: (who: Person) => boolean): Ask {
  return { label, say: () => text, expect: (who, chat) => (may(who) ? toAskerAlone(chat) : 'refused') };
}

interface Said {
  readonly unitOf: (who: Person) => string;
  /** Before the sentence: a command, or nothing. */
  readonly prefix: string;
}

function sentenceAsk(world: RightsWorld, label: string, { unitOf, prefix }: Said): Ask {
  return {
    label,
    say: (who) => `${prefix}${sampleItem(world, unitOf(who)).sentence}`,
    expect(who, chat) {
      if (who.enterprise !== undefined) return prefix === '' ? toAskerAlone(chat) : 'refused';
      const unit = unitOf(who);
      if (!holdsOne(who, 'cadre') || !who.units.includes(unit)) return 'refused';
      return draftFitsIn(world, chat, sampleItem(world, unit)) ? 'here' : 'privately';
    },
  };
}

/** What is said of each command and of plain words. A command without an entry fails the matrix by name. */
export function commandAsks(world: RightsWorld): Asks {
  const cadre = (who: Person) => holdsOne(who, 'cadre');
  const inviter = (who: Person) => holdsOne(who, 'admin', 'enterprise_desk');
  return {
    'command:ranking': [
      {
        label: 'as it is',
        say: () => '/排名',
        listing: (who, chat) => defaultListing(world, who, chat),
        expect: (who, chat) =>
          !isStaff(who) ? 'refused' : chat.kind === 'unregistered' ? 'privately' : 'here',
      },
      ...rankingWords(world).map((words) => rankingAsk(world, words)),
    ],
    'command:explain': [
      explainAsk(world, 'as it is', () => undefined),
      explainAsk(world, 'own unit', ownUnit),
      explainAsk(world, 'another unit', otherUnit),
      ...workingAsks(world, (name) => `/得分 ${name}9月 对比 10月`),
    ],
    'command:roadmap': workingAsks(world, (name) => `/路线图 ${name}10月`),
    'command:whatif': workingAsks(world, (name, unit) => `/测算 ${name}${supposition(world, unit)}`),
    'command:report': [
      aloneAsk('form', '/上报', cadre),
      sentenceAsk(world, 'own unit', { unitOf: ownUnit, prefix: '/上报 ' }),
      sentenceAsk(world, 'another unit', { unitOf: otherUnit, prefix: '/上报 ' }),
    ],
    'command:mine': [aloneAsk('list', '/我的', cadre)],
    'command:problem': [aloneAsk('form', '/诉求', (who) => holdsOne(who, 'entrepreneur'))],
    'command:ticket': [
      { ...aloneAsk('list', '/工单', mayAskTickets), problems: () => world.problems },
      ticketAsk(world, 'own company', 'E001'),
      ticketAsk(world, 'another company', 'E003'),
    ],
    'command:bind': [
      {
        label: 'form',
        say: () => '/绑定',
        expect: (who, chat) => (isPrivate(chat) && holdsOne(who, 'admin') ? 'here' : 'refused'),
      },
      {
        label: 'invite',
        say: () => '/绑定 企业 E005',
        expect: (who, chat) => (isPrivate(chat) && inviter(who) ? 'here' : 'refused'),
      },
      { label: 'wrong code', say: () => '/绑定 ABCD2345', expect: () => 'refused' },
    ],
    'command:chat': [
      {
        label: 'form',
        say: () => '/登记',
        expect: (who, chat) => (!isPrivate(chat) && holdsOne(who, 'admin') ? 'here' : 'refused'),
      },
    ],
    'command:help': [{ label: 'help', say: () => '/帮助', expect: () => 'here' }],
    'said:sentence': [
      sentenceAsk(world, 'own unit', { unitOf: ownUnit, prefix: '' }),
      sentenceAsk(world, 'another unit', { unitOf: otherUnit, prefix: '' }),
      {
        label: 'small talk',
        say: () => '你好',
        expect: (who, chat) => {
          if (who.enterprise) return toAskerAlone(chat);
          return isStaff(who) ? 'here' : 'refused';
        },
      },
    ],
    'said:code': [codeAsk(world, 'own company', 'E001'), codeAsk(world, 'another company', 'E003')],
    'said:near miss': [{ label: '/排明', say: () => '/排明', expect: () => 'here' }],
  };
}
