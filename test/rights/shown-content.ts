import type { WorkbookPlan } from '#src/documents/sheets/sheet.ts';
import type { Doc } from '#src/store/collections.ts';
import type { FileStore } from '#src/store/file-store.ts';
import type { Vault } from '#src/store/vault.ts';
import { openWorkbook, rowsOf } from '../support/sent-workbooks.ts';
import { wordText } from '../support/word-text.ts';

/** A sheet that says places or scores betrays them row by row, as a card's table; any other is read as words. */
const tellsPlaces = /名次|得分/;

interface Shown {
  readonly name: string;
  /** Title, note and headings. */
  readonly head: readonly unknown[];
  readonly rows: readonly (readonly string[])[];
}

const textOf = (cell: unknown) => String(Object(cell).decimal ?? cell ?? '');

/** Drawing and reading hundreds of workbooks takes minutes: the tests put the plan itself in their place, as JSON. */
function planned(bytes: Buffer): Shown[] {
  const { sheets } = JSON.parse(bytes.toString()) as WorkbookPlan;
  return sheets.map(({ name, title, note, columns, rows }) => ({
    name,
    head: [title, note, columns],
    rows: rows.map((row) => row.map(textOf)),
  }));
}

async function drawn(bytes: Buffer): Promise<Shown[]> {
  const sheets = rowsOf(await openWorkbook(bytes));
  return sheets.map(({ name, rows }) => ({ name, head: rows.slice(0, 4), rows: rows.slice(4) }));
}

/** What a sent workbook or Word page shows, in the shape in which secrets are looked for. What is not kept here shows nothing. */
async function contentOfFile(files: FileStore, kept: unknown): Promise<unknown> {
  const { hash, name: fileName } = Object(kept);
  const bytes = await files.get(String(hash));
  if (!bytes) return kept;
  if (String(fileName).endsWith('.docx')) return wordText(bytes).body;
  if (String(fileName).endsWith('.json')) return JSON.parse(bytes.toString('utf8'));
  const sheets = bytes[0] === '{'.charCodeAt(0) ? planned(bytes) : await drawn(bytes);
  return sheets.map(({ name, head, rows }) => {
    const isPlaces = tellsPlaces.test(`${name} ${JSON.stringify(head)}`);
    return isPlaces ? { name, head, rows } : { name, head, words: rows.map((row) => row.join(' ｜ ')) };
  });
}

/** What an outgoing message shows to its reader. */
export async function contentOf(
  { vault, files }: { readonly vault: Vault; readonly files: FileStore },
  { content, kind }: Doc<'outbox'>,
): Promise<unknown> {
  if (content === null) return '';
  if (typeof content === 'object' && 'look' in content)
    throw new TypeError('a look was not put in its place');
  const text = typeof content === 'string' ? content : await vault.open(content);
  const parsed: unknown = JSON.parse(text ?? '""');
  return kind === 'file' ? contentOfFile(files, parsed) : parsed;
}
