import type { FileStore } from '#src/store/file-store.ts';
import { openWorkbook, rowsOf } from '../support/sent-workbooks.ts';

/** A sheet that says places or scores betrays them row by row, as a card's table; any other is read as words. */
const tellsPlaces = /名次|得分/;

/** What a sent workbook shows, in the shape in which secrets are looked for; its headings and title are not rows. */
export async function contentOfFile(files: FileStore, kept: unknown): Promise<unknown> {
  const bytes = await files.get(String(Object(kept).hash));
  if (!bytes) throw new Error('a file was sent that is not kept');
  const sheets = rowsOf(await openWorkbook(bytes));
  return sheets.map(({ name, rows }) => {
    const [head, body] = [rows.slice(0, 4), rows.slice(4)];
    const isPlaces = tellsPlaces.test(`${name} ${JSON.stringify(head)}`);
    return isPlaces ? { name, head, rows: body } : { name, words: rows.map((row) => row.join(' ｜ ')) };
  });
}
