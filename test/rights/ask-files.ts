import { type Ask, type Asks, isPrivate } from './ask.ts';
import type { Chat } from './chats.ts';
import { isStaff } from './oracle.ts';
import type { Person } from './people.ts';

/** A file is fetched for people of the district and of its companies, in private; nobody else makes the bot fetch or keep anything. */
const mayBring = (who: Person, chat: Chat) =>
  isPrivate(chat) && (isStaff(who) || who.enterprise !== undefined);

function fileAsk(type: 'file' | 'image', name: string, answered: Ask['expect']): Ask {
  const key = type === 'file' ? 'file_v3_1' : 'img_v3_1';
  return {
    label: type,
    say: () => '',
    file: { type, key, name },
    fetches: mayBring,
    expect: answered,
  };
}

/** What is sent without words. */
export const fileAsks: Asks = {
  // Who may not bring one is told what else they can do: a message without words. What is no workbook inside is refused to who may import.
  'said:file': [
    fileAsk('file', '月度进度.xlsx', (who, chat) => (mayBring(who, chat) ? 'refused' : 'here')),
    fileAsk('image', '', () => 'here'),
  ],
};
