import { withoutOwnReport } from './own-report.ts';
import { aboutFigures, asking, command, courtesy, instruction, question, receipt } from './sentence-words.ts';
import type { Token } from './token.ts';
import type { NotProgressClass } from './understanding.ts';

function isInstruction(text: string): boolean {
  if (receipt.test(text) && !asking.test(text)) return false;
  return instruction.test(text);
}

/** What a message is before its figures are looked at: a command, a question, or something others shall do. */
export function classBefore(folded: string, tokens: readonly Token[]): NotProgressClass | undefined {
  if (command.test(folded)) return 'command';
  if (question.test(folded)) return 'question';
  const firstNumber = tokens.find(({ kind }) => kind === 'number')?.at;
  const others = firstNumber === undefined ? folded : withoutOwnReport(folded.slice(0, firstNumber), folded);
  return isInstruction(others) ? 'instruction' : undefined;
}

/** What a message without figures to record is. */
export function classOf(folded: string, tokens: readonly Token[]): NotProgressClass {
  if (isInstruction(folded)) return 'instruction';
  const speaksOf = tokens.some(({ kind }) => kind === 'indicator');
  if (speaksOf) return 'statement';
  return aboutFigures.test(folded) && !courtesy.test(folded) ? 'statement' : 'chitchat';
}
