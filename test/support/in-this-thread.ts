import type { Annotations } from '#src/documents/annotations.ts';
import type { WorkbookWork } from '#src/documents/plan-workbook.ts';

/** What the worker does, in this thread: to be put in place of `planWorkbook` where a test reads many workbooks, since a worker takes a second to start. */
export async function planHere({ bytes, base, moment }: WorkbookWork) {
  const { readSheets } = await import('#src/documents/read-sheets.ts');
  const { planImport } = await import('#src/domain/import/plan-import.ts');
  return planImport(await readSheets(bytes), base, moment);
}

/** The same for `annotatedCopy`. */
export async function annotateHere(
  files: { put(bytes: Uint8Array): Promise<string> },
  { bytes, name }: { bytes: Uint8Array; name: string },
  annotations: Annotations,
) {
  const { annotate } = await import('#src/documents/annotate-workbook.ts');
  return { hash: await files.put(await annotate(bytes, annotations)), name: `批注_${name}` };
}
