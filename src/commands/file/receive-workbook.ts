import type { Card } from '#cards/kit/card.ts';
import { importCard } from '#cards/system/import.ts';
import { importProgressCard } from '#cards/system/import-told.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { authorize } from '../../authorize/authorize.ts';
import type { Context } from '../../context.ts';
import { annotatedCopy } from '../../documents/annotating/annotated-copy.ts';
import { type ImportProgress, previewWorkbook } from '../../documents/reading/plan-workbook.ts';
import { changesIn } from '../../domain/import/plan/summarise-plan.ts';
import { importSources } from '../../operations/import/import-base.ts';
import { baseFor, checkKinds, limitsFor, openedImport } from '../../operations/import/open-import.ts';
import { isShown } from '../../operations/is-shown.ts';
import { importMark } from '../../operations/trail/trail-filter.ts';
import type { Outgoing, Reply } from '../../reply/reply.ts';
import { errors, StrongError } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import type { KeptFile } from '../../store/file-store.ts';
import type { FileSources } from './received-file.ts';

/** What became of a workbook before its transaction; `subject`: of the cards that say how far it is. */
interface Found {
  readonly subject: string;
  readonly read: Awaited<ReturnType<typeof readWorkbook>> | StrongError;
}

/** Quick ones show no progress. */
const patienceMs = 1000;

const stepWords = ({ stage, rows }: ImportProgress) =>
  stage === 'open' ? '正在打开文件' : `正在核对 ${rows} 行`;

/** Tells what comes next, but not what is over before anyone would look. */
function progressOf({ tell, demo }: FileSources, { name }: KeptFile) {
  const since = performance.now();
  let telling = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  const show = (step: string) => {
    telling = telling.then(() => tell(importProgressCard({ demo, name, step })));
  };
  return {
    step(step: string) {
      clearTimeout(waiting);
      waiting = setTimeout(() => show(step), Math.max(0, patienceMs - (performance.now() - since)));
    },
    async end() {
      clearTimeout(waiting);
      await telling;
    },
  };
}

async function readWorkbook(sources: FileSources, file: KeptFile, step: (words: string) => void) {
  const { actor, files, now, read } = sources;
  const bytes = await files.get(file.hash);
  if (!bytes) throw errors.badInput('没有取到这个文件，请重新发送。');
  step('正在打开文件');
  const { base, locks } = await read((tx) => importSources(tx));
  const limits = limitsFor(actor, { assignments: base.assignments, locks, now });
  const work = { bytes, base: await baseFor(limits, base), moment: { by: actor.id, at: now }, limits };
  const preview = await previewWorkbook(work, (progress) => step(stepWords(progress)));
  checkKinds(preview.sheets, actor);
  step('正在批注');
  const rows = preview.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  const copy =
    preview.problems.length + preview.held.length > 0
      ? await annotatedCopy(files, { bytes, name: file.name, rows }, preview)
      : undefined;
  return { preview, copy, at: now };
}

/** Reads a workbook and plans its import, outside any transaction, telling its sender how far it is; what is wrong with the file is told later. */
export async function lookIntoWorkbook(sources: FileSources, file: KeptFile): Promise<Found> {
  const progress = progressOf(sources, file);
  try {
    return { subject: sources.subject, read: await readWorkbook(sources, file, progress.step) };
  } catch (error) {
    if (!(error instanceof StrongError)) throw error;
    return { subject: sources.subject, read: error };
  } finally {
    await progress.end();
  }
}

/** The card in place of the one that said how far it is. */
async function shown({ tx }: Context, { subject }: Found, card: Card): Promise<Reply> {
  return (await isShown(tx, subject)) ? { updates: [{ subject, card }] } : { here: [{ card, subject }] };
}

/** The preview of a workbook, and its annotated copy; nothing of it is written before it is confirmed. */
export async function receiveWorkbook(context: Context, file: KeptFile, looked: unknown): Promise<Reply> {
  const { actor, place, tx, now, calendar, frame } = context;
  const { demo } = frame;
  authorize('import', actor, place);
  const found = looked as Found | undefined;
  if (!found) throw errors.badInput('没有读到这个工作簿，请重新发送。');
  const { read } = found;
  if (read instanceof StrongError) {
    if (!(await isShown(tx, found.subject))) throw read;
    return shown(context, found, sentenceCard({ demo, kind: 'error', text: read.say }));
  }
  const { copy, ...opening } = read;
  const kept = { hash: file.hash, name: file.name.slice(0, 200) };
  const record = await openedImport(tx, { ...opening, id: newId('imp'), file: kept, actor, calendar, now });
  const waits = changesIn(record.counts) > 0 || record.problems.length > 0;
  if (waits) await tx.put('imports', record);
  tx.because(`${importMark}预览：${file.name.slice(0, 60)}（文件 SHA-256 ${file.hash.slice(0, 16)}）`);
  const preview = await shown(context, found, importCard({ demo, record, page: 1 }));
  const copies: Outgoing[] = copy ? [{ file: copy }] : [];
  return { ...preview, here: [...(preview.here ?? []), ...copies] };
}
