import type { Vocabulary } from '../../domain/language/understand.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import type { Trail } from '../../store/trail.ts';
import { readTrailWords } from './read-trail-words.ts';
import { searchTrail, type TrailPage } from './search-trail.ts';
import { type SeenEntry, seeTrailEntry } from './see-trail.ts';

/** What a look came to. */
export interface TrailLook extends Omit<TrailPage, 'entries'> {
  readonly q: string;
  readonly isFirst: boolean;
  readonly rows: readonly SeenEntry[];
}

interface Sources {
  readonly trail: Trail;
  readonly now: Instant;
  readonly read: <T>(run: (tx: ReadTx, vocabulary: () => Promise<Vocabulary>) => Promise<T>) => Promise<T>;
}

/** Searches the trail by words, outside any transaction; throws `bad_input` when the words say nothing. */
export async function lookIntoTrail(
  { trail, now, read }: Sources,
  { q, before }: { q: string; before?: number | undefined },
): Promise<TrailLook> {
  if (q.length > 200) throw errors.badInput('请说得短一些，如：/审计 许美玲 11月');
  const filter = await read(async (tx, vocabulary) =>
    readTrailWords(tx, { text: q, now, vocabulary: await vocabulary() }),
  );
  const { entries, ...page } = await searchTrail(trail, filter, before);
  const rows = await read((tx) => Promise.all(entries.map((entry) => seeTrailEntry(tx, entry, filter))));
  return { ...page, q, rows, isFirst: before === undefined };
}
