import type { Doc } from '#src/store/collections.ts';
import type { FileStore } from '#src/store/file-store.ts';
import type { Vault } from '#src/store/vault.ts';
import { openWorkbook, rowsOf } from '../support/sent-workbooks.ts';
import { wordText } from '../support/word-text.ts';

/** A sheet that says places or scores betrays them row by row, as a card's table; any other is read as words. */
const tellsPlaces = /名次|得分/;

/** What a sent workbook or Word page shows, in the shape in which secrets are looked for; its headings and title are not rows. What is not kept here shows nothing. */
async function contentOfFile(files: FileStore, kept: unknown): Promise<unknown> {
  const { hash, name: fileName } = Object(kept);
  const bytes = await files.get(String(hash));
  if (!bytes) return kept;
  if (String(fileName).endsWith('.docx')) return wordText(bytes).body;
  if (String(fileName).endsWith('.json')) return JSON.parse(bytes.toString('utf8'));
  const sheets = rowsOf(await openWorkbook(bytes));
  return sheets.map(({ name, rows }) => {
    const [head, body] = [rows.slice(0, 4), rows.slice(4)];
    const isPlaces = tellsPlaces.test(`${name} ${JSON.stringify(head)}`);
    return isPlaces ? { name, head, rows: body } : { name, words: rows.map((row) => row.join(' ｜ ')) };
  });
}

/** What an outgoing message shows to its reader. */
export async function contentOf(
  { vault, files }: { readonly vault: Vault; readonly files: FileStore },
  { content, kind }: Doc<'outbox'>,
): Promise<unknown> {
  if (content === null) return '';
  const text = typeof content === 'string' ? content : await vault.open(content);
  const parsed: unknown = JSON.parse(text ?? '""');
  return kind === 'file' ? contentOfFile(files, parsed) : parsed;
}
