import type { AttachedFile } from '../domain/assessment/records/attached-file.ts';
import { errors } from '../shared/errors.ts';

/** Pieces of evidence of one record. */
const mostFiles = 9;

/** The files with one more. Throws `already_done` when it is there already, `bad_input` when there are too many. */
export function withFile(files: readonly AttachedFile[] | undefined, file: AttachedFile): AttachedFile[] {
  const there = files ?? [];
  if (there.some(({ hash }) => hash === file.hash)) throw errors.alreadyDone('这份材料已经附在这一项里');
  if (there.length >= mostFiles) throw errors.badInput(`一项最多附 ${mostFiles} 件材料，没有再附。`);
  return [...there, file];
}
