import {
  aboutFigures,
  anybodyThere,
  asking,
  command,
  courtesy,
  eitherOr,
  instruction,
  nodding,
  noQuestion,
  question,
  receipt,
} from '../text/sentence-words.ts';
import type { Token } from '../tokens/token.ts';
import { withoutOwnReport } from './own-report.ts';
import type { NotProgressClass } from './understanding.ts';

function isInstruction(text: string): boolean {
  if (receipt.test(text) && !asking.test(text)) return false;
  return instruction.test(text);
}

function isAsked(text: string): boolean {
  const spoken = text.replace(noQuestion, ' ');
  return question.test(spoken) || eitherOr.test(spoken) || nodding.test(spoken);
}

/** Where the report begins behind 在不在？; 0 when what stands before its first name, period or figure asks anything else. */
function afterHail(folded: string, tokens: readonly Token[]): number {
  if (!tokens.some(({ kind }) => kind === 'number')) return 0;
  const begins = tokens.find(({ kind }) => kind === 'number' || kind === 'indicator' || kind === 'period');
  const said = folded.slice(0, begins?.at).split(/(?<=[?!,。;\n])/u);
  const hail = said.filter((sentence) => /[?!,。;\n]$/u.test(sentence));
  const harmless = hail.every((sentence) => !isAsked(sentence) || anybodyThere.test(sentence));
  return harmless ? hail.join('').length : 0;
}

/** What a message is before its figures are looked at: a command, a question, or something others shall do. */
export function classBefore(folded: string, tokens: readonly Token[]): NotProgressClass | undefined {
  if (command.test(folded)) return 'command';
  if (isAsked(folded.slice(afterHail(folded, tokens)))) return 'question';
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
