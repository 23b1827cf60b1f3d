import { decisionKinds } from '#src/domain/assessment/brief/brief-decisions.ts';
import { type Ask, type Asks, isPrivate } from './ask.ts';
import type { Chat } from './chats.ts';
import { holdsOne } from './oracle.ts';
import type { Person } from './people.ts';

const period = '2026-10';

const reader = (who: Person) =>
  holdsOne(who, 'district_leader', 'assessment_office', 'organization_dept', 'supervision_office');

const opensIn = (chat: Chat) => isPrivate(chat) || chat.kind === 'leaders';

function pressAsk(label: string, value: Readonly<Record<string, unknown>>): Ask {
  return {
    label,
    press: () => ({ value: { period, ...value } }),
    expect: (who, chat) => (reader(who) && opensIn(chat) ? 'here' : 'refused'),
  };
}

/** A brief is for leaders and the three offices, in private or among leaders; in another group it comes to its asker alone. */
export function briefAsks(): Asks {
  return {
    'command:brief': [
      {
        label: 'as it is',
        say: () => '/简报 10月',
        expect: (who, chat) => (!reader(who) ? 'refused' : opensIn(chat) ? 'here' : 'privately'),
      },
    ],
    'action:brief.show': [
      pressAsk('another period', { action: 'brief.show' }),
      pressAsk('its page', { action: 'brief.show', page: true }),
    ],
    'action:brief.evidence': [
      ...decisionKinds.map((kind) => pressAsk(kind, { action: 'brief.evidence', kind })),
      pressAsk('page by page', { action: 'brief.evidence', kind: 'unreported', page: 1 }),
    ],
  };
}
