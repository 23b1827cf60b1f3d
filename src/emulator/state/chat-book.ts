import { platformId } from '../../shared/ids.ts';
import { type EmulatedChat, type EmulatedPerson, outsiders } from './roster.ts';

/** A chat with the bot in it: a group, or one person's private chat. */
export interface Room {
  readonly id: string;
  readonly type: 'private' | 'group';
  readonly name: string;
  readonly note: string;
  readonly memberIds: ReadonlySet<string>;
}

const privatePrefix = 'oc_p2p_';

/** Who is in which chat. Roster and chats are asked anew each time, since the bot's own data may change them. */
export class ChatBook {
  readonly #people: () => readonly EmulatedPerson[];
  readonly #chats: () => readonly EmulatedChat[];
  readonly #botName: string;
  readonly #thrownOutOf = new Set<string>();

  constructor(sources: {
    people: () => readonly EmulatedPerson[];
    chats: () => readonly EmulatedChat[];
    botName: string;
  }) {
    this.#people = sources.people;
    this.#chats = sources.chats;
    this.#botName = sources.botName;
  }

  person(openId: string): EmulatedPerson | undefined {
    return this.#people().find((person) => person.openId === openId);
  }

  people(): readonly EmulatedPerson[] {
    return this.#people();
  }

  /** The id of a person's private chat with the bot; throws a RangeError when no platform id can be made of it. */
  privateId(openId: string): string {
    const id = `${privatePrefix}${openId}`;
    if (!platformId.test(id)) throw new RangeError(`no private chat id can be made of ${openId}`);
    return id;
  }

  find(chatId: string): Room | undefined {
    if (chatId.startsWith(privatePrefix)) return this.#privateRoom(chatId.slice(privatePrefix.length));
    const chat = this.#chats().find(({ id }) => id === chatId);
    return chat && this.#groupRoom(chat);
  }

  /** A person's chats: the private one first, then their groups in the given order. */
  roomsOf(openId: string): Room[] {
    const own = this.#privateRoom(openId);
    const groups = this.#chats().map((chat) => this.#groupRoom(chat));
    return [...(own ? [own] : []), ...groups.filter(({ memberIds }) => memberIds.has(openId))];
  }

  botIsIn(chatId: string): boolean {
    return !this.#thrownOutOf.has(chatId);
  }

  throwBotOut(chatId: string): void {
    this.#thrownOutOf.add(chatId);
  }

  letBotIn(chatId: string): void {
    this.#thrownOutOf.delete(chatId);
  }

  #privateRoom(openId: string): Room | undefined {
    if (!this.person(openId)) return undefined;
    const id = this.privateId(openId);
    return { id, type: 'private', name: this.#botName, note: '单聊', memberIds: new Set([openId]) };
  }

  #groupRoom({ id, name, note, members }: EmulatedChat): Room {
    const memberIds = members === 'all_staff' ? this.#staff() : members;
    return { id, type: 'group', name, note, memberIds: new Set(memberIds) };
  }

  #staff(): string[] {
    return this.#people().flatMap(({ openId, group }) => (group === outsiders ? [] : openId));
  }
}
