import type { Annotations } from '#src/documents/annotating/annotations.ts';
import type { WorkbookWork } from '#src/documents/reading/plan-workbook.ts';

async function drawUpHere({ bytes, ...setting }: WorkbookWork) {
  const { readSheets } = await import('#src/documents/reading/read-sheets.ts');
  const { drawUpPlan } = await import('#src/documents/reading/draw-up-plan.ts');
  return drawUpPlan(await readSheets(bytes), setting);
}

/** What the worker does, in this thread: to be put in place of `plan-workbook.ts` where a test reads many workbooks, since a worker takes a second to start. */
export const workbooksHere = {
  previewWorkbook: async (work: WorkbookWork) => (await drawUpHere(work)).preview,
  planWorkbook: async (work: WorkbookWork) => {
    const { preview, plan } = await drawUpHere(work);
    return { preview, changes: plan.changes };
  },
};

/** The same for `annotatedCopy`. */
export async function annotateHere(
  files: { put(bytes: Uint8Array): Promise<string> },
  { bytes, name }: { bytes: Uint8Array; name: string },
  annotations: Annotations,
) {
  const { annotate } = await import('#src/documents/annotating/annotate-workbook.ts');
  return { hash: await files.put(await annotate(bytes, annotations)), name: `批注_${name}` };
}
