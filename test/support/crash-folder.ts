import { silentLog } from '#src/shared/log.ts';
import type { CollectionName, Doc } from '#src/store/collections.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { journalLines } from './journal-lines.ts';

/** What the files hold when all is over. */
export interface Stored {
  readonly inbox: readonly Doc<'inbox'>[];
  readonly outbox: readonly Doc<'outbox'>[];
  readonly drafts: readonly Doc<'drafts'>[];
  readonly reports: readonly Doc<'reports'>[];
  readonly problems: readonly Doc<'problems'>[];
  /** Contact details that can no longer be opened. */
  readonly sealedForEver: readonly string[];
  readonly lines: readonly { who: string; what: string; event?: string }[];
}

/** Everything the files hold, read by a process that was not there. */
export async function readFolder(dir: string): Promise<Stored> {
  const store = await openJsonFileStore({ dir, mode: 'demo', log: silentLog });
  const vault = await openFileVault({ dir });
  const all = <N extends CollectionName>(name: N) => store.read((tx) => tx.all(name));
  const problems = await all('problems');
  const opened = await Promise.all(problems.map(({ contact }) => vault.open(contact)));
  const stored = {
    inbox: await all('inbox'),
    outbox: await all('outbox'),
    drafts: await all('drafts'),
    reports: await all('reports'),
    problems,
    sealedForEver: problems.filter((_, index) => opened[index] === undefined).map(({ id }) => id),
    lines: (await journalLines(dir)).map((line) => {
      const { who, what, event } = JSON.parse(line.slice(9));
      return { who, what, event };
    }),
  };
  await store.close();
  return stored;
}
