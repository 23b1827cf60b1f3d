import { epochMs } from '../../shared/time.ts';
import type { Credentials } from '../emulator.ts';
import type { Faults } from '../faults.ts';
import type { Limits } from '../limits.ts';
import type { ChatBook } from '../state/chat-book.ts';
import type { FileShelf } from '../state/file-shelf.ts';
import type { MessageLog } from '../state/message-log.ts';
import type { CallLog } from './call-log.ts';
import { RateWindow } from './rate-window.ts';
import type { Tokens } from './tokens.ts';
import { UuidLedger } from './uuid-ledger.ts';

/** What the whole emulator shares. */
export interface World {
  readonly credentials: Credentials;
  readonly clock: { now(): string };
  readonly limits: Limits;
  readonly chats: ChatBook;
  readonly messages: MessageLog;
  readonly files: FileShelf;
  readonly tokens: Tokens;
  readonly calls: CallLog;
  readonly faults: Faults;
}

/** What the API calls share: the world and the counters. */
export interface Platform extends World {
  readonly uuids: UuidLedger;
  readonly perChat: RateWindow;
  readonly perMessage: RateWindow;
  readonly perApp: { readonly second: RateWindow; readonly minute: RateWindow };
}

/** Adds fresh counters to a world. */
export function platformOf(world: World): Platform {
  const { limits } = world;
  return {
    ...world,
    uuids: new UuidLedger(limits.uuidMs),
    perChat: new RateWindow(1000, limits.perChatPerSecond),
    perMessage: new RateWindow(1000, limits.perMessagePerSecond),
    perApp: {
      second: new RateWindow(1000, limits.perAppPerSecond),
      minute: new RateWindow(60_000, limits.perAppPerMinute),
    },
  };
}

/** Days of the emulated clock since an instant. */
export function daysSince(world: Pick<World, 'clock'>, instant: string): number {
  return (epochMs(world.clock.now()) - epochMs(instant)) / 86_400_000;
}
