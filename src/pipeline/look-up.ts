import type { Action, Press } from '../actions/define-action.ts';
import { holds } from '../authorize/authorize.ts';
import type { PermissionName } from '../authorize/permissions.ts';
import type { LookUpSources } from '../context.ts';
import { loadActor } from '../operations/people/load-actor.ts';
import { parseText } from '../parse/parse-text.ts';
import type { EventDeps } from './deps.ts';

interface Asker {
  readonly person: { readonly open_id: string; readonly tenant: string };
  readonly tenant: string;
}

/** Nobody makes the platform or the disk work for what they may not see anyway; the refusal itself comes later, in the transaction. */
function mayAsk(deps: EventDeps, { person, tenant }: Asker, permission: PermissionName): Promise<boolean> {
  return deps.store.read(async (tx) => holds(await loadActor(tx, person, tenant), permission));
}

/** What may be asked before the event's transaction. */
export function sourcesOf({ feishu, store, files, calendar, knowledge, meta }: EventDeps): LookUpSources {
  return {
    ...{ feishu, trail: store.trail, files, calendar, now: meta.at },
    prepare: store.prepare,
    read: (run) => store.read((tx) => run(tx, () => knowledge.vocabulary(tx))),
  };
}

/** The words of the commands that look something up. */
const curiousWords = new WeakMap<EventDeps['commands'], readonly string[]>();

function wordsOf(commands: EventDeps['commands']): readonly string[] {
  const known = curiousWords.get(commands);
  if (known) return known;
  const curious = commands.filter(({ lookUp }) => lookUp !== undefined);
  const words = curious.flatMap(({ name, aliases }) => [name, ...aliases]);
  curiousWords.set(commands, words);
  return words;
}

/** What a command wants to know before its transaction, which holds up all others, opens; undefined when it wants nothing. */
export async function lookUpText(deps: EventDeps, asker: Asker, text: string): Promise<unknown> {
  // Nearly every text has none of these: it is not taken apart twice.
  if (!wordsOf(deps.commands).some((word) => text.includes(word))) return undefined;
  const said = parseText(text, deps.commands);
  if (said.kind !== 'command') return undefined;
  const command = deps.commands.find(({ name }) => name === said.name);
  if (!command?.lookUp || !(await mayAsk(deps, asker, command.permission))) return undefined;
  return command.lookUp(sourcesOf(deps), said.rest);
}

/** The same for an action. */
export async function lookUpPress(
  deps: EventDeps,
  asker: Asker,
  { action, press, payload }: { action: Action | undefined; press: Press; payload: unknown },
): Promise<unknown> {
  if (!action?.lookUp || !(await mayAsk(deps, asker, action.permission))) return undefined;
  return action.lookUp(sourcesOf(deps), press, payload);
}
