import { sentenceCard } from '#cards/system/sentence.ts';
import { holds } from '../authorize/authorize.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply/reply.ts';
import { errors } from '../shared/errors.ts';
import type { KeptFile } from '../store/file-store.ts';
import { receiveEvidence } from './file/receive-evidence.ts';

/** A file or picture that somebody sent in private: kept, or why it is not. */
export type ReceivedFile =
  | (KeptFile & { readonly type: 'file' | 'image' })
  | { readonly refused: 'too_large' | 'unavailable' };

/** What is sent without words: from a cadre evidence, unless it is a workbook. */
export async function receiveFile(context: Context, file: ReceivedFile): Promise<Reply> {
  if ('refused' in file) throw errors.badInput(refusals[file.refused]);
  if (holds(context.actor, 'evidence') && !/\.xlsx$/i.test(file.name)) return receiveEvidence(context, file);
  const { frame } = context;
  const text = '暂时不会处理文件。请直接发一句话，或发送“帮助”。';
  return { here: [{ card: sentenceCard({ demo: frame.demo, text }) }] };
}

const refusals = {
  too_large: '文件超过 20 MB，没有读取。请删去图片和多余的工作表后重新发送。',
  unavailable: '没有取到这个文件，可能已被撤回。请重新发送。',
};
