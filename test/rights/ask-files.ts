import { type Ask, type Asks, isPrivate } from './ask.ts';
import type { Chat } from './chats.ts';
import { isStaff } from './oracle.ts';
import type { Person } from './people.ts';

/** A file is fetched for people of the district and of its companies, in private; nobody else makes the bot fetch or keep anything. */
const mayBring = (who: Person, chat: Chat) =>
  isPrivate(chat) && (isStaff(who) || who.enterprise !== undefined);

function fileAsk(type: 'file' | 'image', name: string): Ask {
  const key = type === 'file' ? 'file_v3_1' : 'img_v3_1';
  return {
    label: type,
    say: () => '',
    file: { type, key, name },
    fetches: mayBring,
    // Who may not bring one is told what else they can do: a message without words.
    expect: () => 'here',
  };
}

/** What is sent without words. */
export const fileAsks: Asks = {
  'said:file': [fileAsk('file', '月度进度.xlsx'), fileAsk('image', '')],
};
