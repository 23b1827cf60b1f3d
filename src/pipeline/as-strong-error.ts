import { ZodError } from 'zod';
import { PlatformError } from '../feishu/feishu.ts';
import { errors, StrongError } from '../shared/errors.ts';

const chinese = /[\u4e00-\u9fff]/;

/** Whatever was thrown as an error with a sentence: our own as they are, bad arguments by their first Chinese issue, a silent platform as such, anything else as unexpected. */
export function asStrongError(error: unknown, reference: string): StrongError {
  if (error instanceof StrongError) return error;
  if (error instanceof ZodError) {
    const said = error.issues.map((issue) => issue.message).find((message) => chinese.test(message));
    return errors.badInput(said ?? '内容不完整或格式不对，没有保存。请检查后重新提交。');
  }
  if (error instanceof PlatformError && error.kind !== 'refused') return errors.platformSilent(error);
  return errors.unexpected(reference, error);
}
