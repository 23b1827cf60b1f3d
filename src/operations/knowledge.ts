import { type Book, buildBook } from '../domain/assessment/book.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { buildVocabulary, type Vocabulary } from '../domain/language/understand.ts';
import type { CollectionName } from '../store/collections.ts';
import type { ReadTx } from '../store/document-store.ts';

/** Assessment data and vocabulary, read once per data version instead of once per event. */
export interface KnowledgeCache {
  book(tx: ReadTx): Promise<Book>;
  vocabulary(tx: ReadTx): Promise<Vocabulary>;
}

function oncePerVersion<T>(names: readonly CollectionName[], load: (tx: ReadTx) => Promise<T>) {
  let kept: { key: string; value: T } | undefined;
  return async (tx: ReadTx): Promise<T> => {
    const key = (await Promise.all(names.map((name) => tx.version(name)))).join('/');
    if (kept?.key !== key) kept = { key, value: await load(tx) };
    return kept.value;
  };
}

async function loadBook(tx: ReadTx, calendar: WorkCalendar): Promise<Book> {
  return buildBook({
    tracks: await tx.all('tracks'),
    units: await tx.all('units'),
    indicators: await tx.all('indicators'),
    taskForces: await tx.all('task_forces'),
    assignments: await tx.all('assignments'),
    reports: await tx.all('reports'),
    benchmarks: await tx.all('benchmarks'),
    adjustments: await tx.all('adjustments'),
    calendar,
  });
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

/** One cache for one store. */
export function createKnowledgeCache(calendar: WorkCalendar): KnowledgeCache {
  return {
    book: oncePerVersion(
      ['tracks', 'units', 'indicators', 'task_forces', 'assignments', 'reports', 'benchmarks', 'adjustments'],
      (tx) => loadBook(tx, calendar),
    ),
    vocabulary: oncePerVersion(
      ['indicators', 'units', 'assignments', 'task_forces', 'cadres'],
      loadVocabulary,
    ),
  };
}
