import {
  aboutFigures,
  anybodyThere,
  askedToTake,
  askedWhether,
  asking,
  command,
  courtesy,
  eitherOr,
  instruction,
  nodding,
  noQuestion,
  ofFigure,
  question,
  receipt,
} from '../text/sentence-words.ts';
import type { Token } from '../tokens/token.ts';
import { tellsOwn, withoutOwnReport } from './own-report.ts';
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
  const harmless = hail.every(
    (sentence) => !isAsked(sentence) || anybodyThere.test(sentence) || askedToTake.test(sentence),
  );
  return harmless ? hail.join('').length : 0;
}

/** Where a question behind the report begins: 固投14.2亿。财政数据什么时候报？; a question that holds a figure or belongs to one stays. */
function beforeTail(folded: string, tokens: readonly Token[], from: number): number {
  const lastNumber = tokens.findLast(({ kind }) => kind === 'number');
  const named = tokens.some(({ kind }) => kind === 'indicator');
  if (!lastNumber || !named) return folded.length;
  const rest = folded.slice(lastNumber.at);
  const end = /[。;!\n]/u.exec(rest);
  const told = end ? lastNumber.at + end.index + 1 : folded.length;
  const report = folded.slice(from, told).replace(askedWhether, '');
  return isAsked(report) || ofFigure.test(folded.slice(told)) ? folded.length : from + report.length;
}

/** The text with the units in it blotted out: 组织部 organises nothing. */
function withoutUnits(folded: string, tokens: readonly Token[]): string {
  return tokens.reduce(
    (text, { kind, at, length }) =>
      kind === 'unit' ? text.slice(0, at) + '〇'.repeat(length) + text.slice(at + length) : text,
    folded,
  );
}

/** What stands before the first figure and may tell others what to do: its own sentence alone where that tells of the speaker. */
function beforeFigure(folded: string, tokens: readonly Token[], sender: readonly string[]): string {
  const first = tokens.find(({ kind }) => kind === 'number')?.at;
  const text = withoutUnits(folded, tokens);
  if (first === undefined) return text;
  const begins = Math.max(...['。', ';', '!', '\n'].map((end) => text.lastIndexOf(end, first - 1))) + 1;
  const sentence = text.slice(begins, first);
  const isOwn = tokens.some(
    (token) =>
      token.kind === 'unit' &&
      token.at >= begins &&
      token.at < first &&
      token.ids.some((id) => sender.includes(id)),
  );
  return withoutOwnReport(isOwn || tellsOwn(sentence) ? sentence : text.slice(0, first), text);
}

/** What a message is before its figures are looked at: a command, a question, or something others shall do. */
export function classBefore(
  folded: string,
  tokens: readonly Token[],
  sender: readonly string[],
): NotProgressClass | undefined {
  if (command.test(folded)) return 'command';
  const from = afterHail(folded, tokens);
  if (isAsked(folded.slice(from, beforeTail(folded, tokens, from)))) return 'question';
  return isInstruction(beforeFigure(folded, tokens, sender)) ? 'instruction' : undefined;
}

/** What a message without figures to record is. */
export function classOf(folded: string, tokens: readonly Token[]): NotProgressClass {
  if (isInstruction(withoutUnits(folded, tokens))) return 'instruction';
  const speaksOf = tokens.some(({ kind }) => kind === 'indicator');
  if (speaksOf) return 'statement';
  return aboutFigures.test(folded) && !courtesy.test(folded) ? 'statement' : 'chitchat';
}
