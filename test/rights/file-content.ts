import type { FileStore } from '#src/store/file-store.ts';
import { openWorkbook, rowsOf } from '../support/sent-workbooks.ts';
import { wordText } from '../support/word-text.ts';

/** A sheet that says places or scores betrays them row by row, as a card's table; any other is read as words. */
const tellsPlaces = /名次|得分/;

/** What a sent workbook or page shows, in the shape in which secrets are looked for; its headings and title are not rows. */
export async function contentOfFile(files: FileStore, kept: unknown): Promise<unknown> {
  const { hash, name } = Object(kept);
  // Evidence is whatever somebody sent; that it goes out at all is what counts.
  if (!String(name).endsWith('.xlsx')) return { name };
  const bytes = await files.get(String(hash));
  if (!bytes) throw new Error('a file was sent that is not kept');
  if (String(Object(kept).name).endsWith('.docx')) return wordText(bytes).body;
  const sheets = rowsOf(await openWorkbook(bytes));
  return sheets.map(({ name, rows }) => {
    const [head, body] = [rows.slice(0, 4), rows.slice(4)];
    const isPlaces = tellsPlaces.test(`${name} ${JSON.stringify(head)}`);
    return isPlaces ? { name, head, rows: body } : { name, words: rows.map((row) => row.join(' ｜ ')) };
  });
}
