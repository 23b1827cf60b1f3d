import { freezeTable } from '../../domain/assessment/published/freeze-table.ts';
import { tableChanges } from '../../domain/assessment/published/table-changes.ts';
import { contentOf } from '../../domain/assessment/published/verify-table.ts';
import {
  type PublishedTable,
  publishedTableId,
  type TableScope,
} from '../../domain/assessment/records/published-table.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import { endOf, type Period, periodName, yearOf } from '../../domain/calendar/period.ts';
import { hasEnded } from '../../domain/calendar/work-calendar.ts';
import { canonicalJson, contentHash } from '../../shared/canonical-json.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';

/** Which table, of which period, as it stands now. */
export interface Publishing extends TableScope {
  readonly period: Period;
  readonly now: Instant;
}

/** The editions of a table, the first first. */
export async function editionsOf(tx: ReadTx, { of, period }: TableScope & { period: Period }) {
  const found = await tx.find('published_tables', { index: 'place', key: `${period}|${of}` });
  return found.sort((a, b) => a.edition - b.edition);
}

/** What a table is called: its track or task force. Throws `not_found` where there is none of that id in the period's year. */
function tableName(latest: Book, { scope, of, period }: TableScope & { period: Period }): string {
  const book = bookFor(latest, period);
  const named =
    scope === 'track'
      ? book.tracksOf(yearOf(period)).find(({ id }) => id === of)
      : book.input.taskForces.find(({ id }) => id === of);
  if (!named) throw errors.notFound('这个赛道或专班', '请发送 /公布 重新选择。');
  return named.name;
}

/** What would be published now, and what it changes of the edition in force; for the question before. */
export async function foreseeTable(tx: ReadTx, book: Book, publishing: Publishing) {
  const { period, now } = publishing;
  const name = tableName(book, publishing);
  if (!hasEnded(period, now)) throw errors.badInput(`${periodName(period)}还没有结束，结束后才能公布。`);
  const content = contentOf(freezeTable(book, publishing));
  const before = (await editionsOf(tx, publishing)).at(-1);
  const changes = before ? tableChanges(before, content) : [];
  return { name, content, before, changes };
}

/**
 * Publishes a table: frozen with its inputs, rule version and hash. A later one of the same scope and period is a correction: a new edition
 * that says why and names what changed; the old ones stay. Throws `bad_input` where nothing changed or the reason is missing.
 */
export async function publishTable(
  tx: WriteTx,
  book: Book,
  { by, why, ...publishing }: Publishing & { by: string; why: string },
): Promise<PublishedTable> {
  const { name, content, before, changes } = await foreseeTable(tx, book, publishing);
  const reason = why.trim();
  if (before && changes.length === 0 && sameInputs(before, content))
    throw errors.badInput(`和第 ${before.edition} 版没有差别，不用更正。`);
  if (before && reason === '') throw errors.badInput('更正已公布的结果，请写明理由。没有公布。');
  if (reason !== '') tx.because(reason);
  const edition = (before?.edition ?? 0) + 1;
  const table: PublishedTable = {
    ...content,
    id: publishedTableId({ ...publishing, edition }),
    ...{ name, edition, hash: contentHash(content), published_by: by, published_at: publishing.now },
    ...(reason === '' ? {} : { why: reason }),
    ...(before ? { changes } : {}),
  };
  await tx.put('published_tables', table);
  return table;
}

type Content = ReturnType<typeof contentOf>;

/** Of the moment of asking only what it decides counts; older editions hold later adjustments too, which decide nothing. */
function deciding({ now: _, ...content }: Content) {
  const adjustments = content.inputs.adjustments.filter(({ date }) => date <= endOf(content.period));
  return { ...content, inputs: { ...content.inputs, adjustments } };
}

function sameInputs(before: PublishedTable, content: Content): boolean {
  return canonicalJson(deciding(contentOf(before))) === canonicalJson(deciding(content));
}
