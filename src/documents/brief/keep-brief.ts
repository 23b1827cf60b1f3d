import type { Framed } from '../../shared/frame-words.ts';
import type { BriefPage } from './brief-document.ts';

interface Files {
  put(bytes: Uint8Array): Promise<string>;
}

/** Draws a brief's page and keeps it, to be sent as a file. */
export async function keepBrief(
  files: Files,
  page: BriefPage,
  frame: Framed,
): Promise<{ hash: string; name: string }> {
  // Loaded when a page is first asked for: whoever starts the bot need not wait for the library.
  const { briefDocument } = await import('./brief-document.ts');
  return { hash: await files.put(await briefDocument(page, frame)), name: `${page.title}.docx` };
}
