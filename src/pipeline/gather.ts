import type { ReceivedFile } from '../commands/file/received-file.ts';
import { addressed } from '../parse/address.ts';
import type { IncomingMessage } from '../webhook/events/incoming.ts';
import type { EventDeps } from './deps.ts';
import { lookIntoFile } from './look-into-file.ts';
import { lookUpText } from './look-up.ts';
import { takeFile } from './take-file.ts';

/** What an answer needs from outside the store: the file that came along, and what its command looks up. */
export interface Gathered {
  readonly file?: ReceivedFile | undefined;
  readonly found?: unknown;
}

/** Fetches what a message needs before its transaction opens, since nobody else can write while one is open. */
export async function gather(deps: EventDeps, message: IncomingMessage): Promise<Gathered> {
  const file = await takeFile(deps, message);
  if (file) return { file, found: await lookIntoFile(deps, message, file) };
  const asker = { person: message.sender, tenant: message.tenant };
  const said = addressed(message.text, message.mentions, deps.botOpenId());
  return { found: await lookUpText(deps, asker, said) };
}
