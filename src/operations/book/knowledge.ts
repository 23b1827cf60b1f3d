import { type Book, buildBook, rebuildBook } from '../../domain/assessment/scoring/book.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { buildVocabulary, type Vocabulary } from '../../domain/language/understand.ts';
import type { CollectionName } from '../../store/collections.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { revisedBook } from './revised-book.ts';

/** Assessment data and vocabulary, read once per data version instead of once per event. */
export interface KnowledgeCache {
  book(tx: ReadTx): Promise<Book>;
  vocabulary(tx: ReadTx): Promise<Vocabulary>;
}

function oncePerVersion<T>(names: readonly CollectionName[], load: (tx: ReadTx) => Promise<T>) {
  let kept: { key: string; value: T } | undefined;
  return async (tx: ReadTx): Promise<T> => {
    const key = await versionsOf(tx, names);
    if (kept?.key !== key) kept = { key, value: await load(tx) };
    return kept.value;
  };
}

async function loadAllButReports(tx: ReadTx, calendar: WorkCalendar): Promise<Book['input']> {
  return {
    tracks: await tx.all('tracks'),
    units: await tx.all('units'),
    indicators: await tx.all('indicators'),
    taskForces: await tx.all('task_forces'),
    assignments: await tx.all('assignments'),
    benchmarks: await tx.all('benchmarks'),
    adjustments: await tx.all('adjustments'),
    calendar,
    ruleVersions: await tx.all('rule_versions'),
  };
}

async function loadVocabulary(tx: ReadTx): Promise<Vocabulary> {
  return buildVocabulary({
    indicators: await tx.all('indicators'),
    units: await tx.all('units'),
    assignments: await tx.all('assignments'),
    taskForces: await tx.all('task_forces'),
    cadres: await tx.all('cadres'),
  });
}

const besideReports: readonly CollectionName[] = [
  'tracks',
  'units',
  'indicators',
  'task_forces',
  'assignments',
  'benchmarks',
  'adjustments',
  'rule_versions',
];

async function versionsOf(tx: ReadTx, names: readonly CollectionName[]): Promise<string> {
  return (await Promise.all(names.map((name) => tx.version(name)))).join('/');
}

/** Whether what is seen of these collections is what is committed, or was lately. */
async function isCommitted(tx: ReadTx, names: readonly CollectionName[]): Promise<boolean> {
  const changed = await Promise.all(names.map(async (name) => tx.changedSince(name, await tx.version(name))));
  return changed.every((docs) => docs !== undefined);
}

interface KeptBook {
  readonly key: string;
  readonly reports: string;
  readonly book: Book;
}

/** Reports come all the time and are the most by far, the rest hardly ever: what is known of their values goes on from book to book. */
function bookPerVersion(calendar: WorkCalendar) {
  let kept: KeptBook | undefined;
  // What a transaction sees of its own changes is none of the others' business: theirs goes on from what is committed.
  let own: KeptBook | undefined;
  const goneOn = async (tx: ReadTx, key: string, reports: string): Promise<KeptBook | undefined> => {
    const from = kept;
    if (!from) return undefined;
    const before =
      from.key === key ? from.book : rebuildBook(from.book, await loadAllButReports(tx, calendar));
    const book = await revisedBook(tx, before, from.reports);
    return book && { key, reports, book };
  };
  const readAnew = async (tx: ReadTx, key: string, reports: string): Promise<KeptBook> => {
    const input = await loadAllButReports(tx, calendar);
    const book = buildBook({ ...input, reports: await tx.all('reports') });
    return { key, reports, book };
  };
  return async (tx: ReadTx): Promise<Book> => {
    const key = await versionsOf(tx, besideReports);
    const reports = await tx.version('reports');
    const known = [kept, own].find((one) => one?.key === key && one.reports === reports);
    if (known) return known.book;
    const found = (await goneOn(tx, key, reports)) ?? (await readAnew(tx, key, reports));
    // What the kept book was made of was committed.
    const unsure: CollectionName[] = kept?.key === key ? ['reports'] : [...besideReports, 'reports'];
    if (await isCommitted(tx, unsure)) kept = found;
    else own = found;
    return found.book;
  };
}

/** One cache for one store. */
export function createKnowledgeCache(calendar: WorkCalendar): KnowledgeCache {
  return {
    book: bookPerVersion(calendar),
    vocabulary: oncePerVersion(
      ['indicators', 'units', 'assignments', 'task_forces', 'cadres'],
      loadVocabulary,
    ),
  };
}
