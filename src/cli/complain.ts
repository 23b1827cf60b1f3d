import { StrongError } from '../shared/errors.ts';

function sentenceOf(error: unknown): string {
  if (error instanceof StrongError) return error.say;
  return error instanceof Error ? error.message : String(error);
}

/** A program's end that went wrong: one sentence on the error output, no stack, and the exit code 1. */
export function complain(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
