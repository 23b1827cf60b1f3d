import type { WorkbookPlan } from '../sheets/sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

interface Files {
  put(bytes: Uint8Array): Promise<string>;
}

/** Draws a workbook and keeps it, to be sent as a file. */
export async function keepWorkbook(
  files: Files,
  plan: WorkbookPlan,
): Promise<{ hash: string; name: string }> {
  return { hash: await files.put(await writeWorkbook(plan)), name: plan.fileName };
}
