import { parentPort } from 'node:worker_threads';
import { annotateWorkbook } from './annotate-workbook.ts';
import type { Annotated, Annotations } from './annotated-copy.ts';
import { Workbook } from './excel-library.ts';

/** Lists for drop-downs make the library walk whole columns; they say nothing that is wrong. */
const ignoreNodes = ['dataValidations', 'extLst'];

async function annotated({ bytes, annotations }: { bytes: Uint8Array; annotations: Annotations }): Promise<Annotated> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes });
  annotateWorkbook(workbook, annotations);
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

parentPort?.once('message', (work: { bytes: Uint8Array; annotations: Annotations }) => {
  annotated(work)
    .catch((error: unknown): Annotated => ({ failed: error instanceof Error ? error.message : String(error) }))
    .then((message) => parentPort?.postMessage(message));
});
