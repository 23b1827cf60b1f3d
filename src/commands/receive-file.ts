import { sentenceCard } from '#cards/system/sentence.ts';
import { holds } from '../authorize/authorize.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply/reply.ts';
import { errors } from '../shared/errors.ts';
import type { KeptFile } from '../store/file-store.ts';
import { receiveEvidence } from './file/receive-evidence.ts';
import { lookIntoWorkbook, receiveWorkbook } from './file/receive-workbook.ts';
import type { FileSources, ReceivedFile } from './file/received-file.ts';

const isWorkbook = (file: KeptFile) => /\.xls[xm]?$/i.test(file.name);

/** Reads a workbook of somebody who may import, however long that takes; undefined for any other file. */
export async function lookIntoFile(sources: FileSources, file: ReceivedFile): Promise<unknown> {
  if ('refused' in file || !isWorkbook(file) || !holds(sources.actor, 'import')) return undefined;
  return lookIntoWorkbook(sources, file);
}

/** What is sent without words: a workbook is imported, any other file of a cadre is evidence. */
export async function receiveFile(context: Context, file: ReceivedFile, found?: unknown): Promise<Reply> {
  if ('refused' in file) throw errors.badInput(refusals[file.refused]);
  if (isWorkbook(file)) return receiveWorkbook(context, file, found);
  if (holds(context.actor, 'evidence')) return receiveEvidence(context, file);
  const { frame } = context;
  return { here: [{ card: sentenceCard({ demo: frame.demo, text: notTaken(context) }) }] };
}

function notTaken({ actor }: Context): string {
  if (holds(actor, 'problem.supplement')) {
    return '这里不收文件。要补充诉求，请发送“工单”打开诉求，点“补充说明”写明情况和材料怎样送到。';
  }
  const what = holds(actor, 'import') ? '这里只能导入 .xlsx 工作簿。' : '这里不收文件。';
  return `${what}请直接发一句话，或发送“帮助”。`;
}

const refusals = {
  too_large: '文件超过 20 MB，没有读取。请删去图片和多余的工作表后重新发送。',
  unavailable: '没有取到这个文件，可能已被撤回。请重新发送。',
};
