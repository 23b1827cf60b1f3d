import type { Framed } from '../shared/frame-words.ts';
import { type BriefPage, briefDocument } from './brief-document.ts';

interface Files {
  put(bytes: Uint8Array): Promise<string>;
}

/** Draws a brief's page and keeps it, to be sent as a file. */
export async function keepBrief(
  files: Files,
  page: BriefPage,
  frame: Framed,
): Promise<{ hash: string; name: string }> {
  return { hash: await files.put(await briefDocument(page, frame)), name: `${page.title}.docx` };
}
