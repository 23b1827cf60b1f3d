import { aboutFigures, command, courtesy, instruction, question } from './sentence-words.ts';
import type { Token } from './token.ts';
import type { NotProgressClass } from './understanding.ts';

/** What a message is before its figures are looked at: a command, a question, or something others shall do. */
export function classBefore(folded: string, tokens: readonly Token[]): NotProgressClass | undefined {
  if (command.test(folded)) return 'command';
  if (question.test(folded)) return 'question';
  const firstNumber = tokens.find(({ kind }) => kind === 'number')?.at ?? folded.length;
  return instruction.test(folded.slice(0, firstNumber)) ? 'instruction' : undefined;
}

/** What a message without figures to record is. */
export function classOf(folded: string, tokens: readonly Token[]): NotProgressClass {
  if (instruction.test(folded)) return 'instruction';
  const speaksOf = tokens.some(({ kind }) => kind === 'indicator');
  if (speaksOf) return 'statement';
  return aboutFigures.test(folded) && !courtesy.test(folded) ? 'statement' : 'chitchat';
}
