import type { Doc } from '#src/store/collections.ts';
import { type Ask, type Asks, isPrivate } from './ask.ts';
import type { Chat } from './chats.ts';
import { holdsOne } from './oracle.ts';
import type { Person } from './people.ts';
import type { Setup } from './probe.ts';
import { rightsNow } from './world.ts';

/** Domain §1: administrators bring in rosters, the assessment office the rest, cadres their own values; nobody else a workbook. */
const mayImport = (who: Person) => holdsOne(who, 'admin', 'assessment_office', 'cadre');

const recordOf = (person: string): Doc<'imports'> => ({
  ...{ id: 'imp_1', person, by: person, at: rightsNow, state: 'open', digest: 'd' },
  file: { hash: 'h', name: '月度进度.xlsx' },
  kinds: ['月度进度'],
  counts: [{ collection: 'reports', added: 1, changed: 0, removed: 0, unchanged: 0 }],
  ...{ unknown: [], errors: 0, warnings: 0, problems: [], held: [], foreign: 0, locked: 0 },
});

const opened =
  (personOf: (who: Person) => string) =>
  (who: Person): Setup =>
  async (tx) => {
    await tx.put('imports', recordOf(personOf(who)));
  };

const own = opened(({ openId }) => openId);
const foreign = opened(() => 'ou_demo_C160');

function pressAsk(action: string, payload: object, ask: Pick<Ask, 'label' | 'setup' | 'expect'>): Ask {
  return { ...ask, press: () => ({ value: { action, import: 'imp_1', ...payload } }) };
}

const decided = (who: Person, chat: Chat) =>
  mayImport(who) && isPrivate(chat) ? ('here' as const) : ('refused' as const);
const never = () => 'refused' as const;

/** What is pressed of an import. That a confirmed one writes, and for whom, is told in `test/scenarios/import.test.ts`: here there is no file behind it. */
export const importAsks: Asks = {
  'action:import.show': [
    pressAsk('import.show', { page: 1 }, { label: 'own', setup: own, expect: decided }),
    pressAsk('import.show', { page: 1 }, { label: 'another’s', setup: foreign, expect: never }),
  ],
  'action:import.drop': [
    pressAsk('import.drop', {}, { label: 'own', setup: own, expect: decided }),
    pressAsk('import.drop', {}, { label: 'another’s', setup: foreign, expect: never }),
  ],
  'action:import.confirm': [
    pressAsk('import.confirm', { digest: 'd' }, { label: 'own, its file gone', setup: own, expect: decided }),
    pressAsk('import.confirm', { digest: 'd' }, { label: 'another’s', setup: foreign, expect: never }),
  ],
};
