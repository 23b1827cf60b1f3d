import type { EmulatedMessage } from '#src/emulator/state/message.ts';
import { bot } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import type { Arrival, FaultWorld } from './fault-world.ts';

/** What came of one fault, as counted at the platform. */
export interface FaultRow {
  readonly fault: string;
  /** What the asker sees. */
  readonly sees: string;
  readonly asked: number;
  /** Answers that people see. */
  readonly shown: number;
  readonly lost: number;
  readonly doubled: number;
  readonly parked: number;
  /** Sends, replies and updates that reached the platform. */
  readonly calls: number;
  /** Seconds of the clock until the last answer was there. */
  readonly seconds: number;
}

/** The bot's answers to a message: those that quote it, or, where the quoted one was recalled, those that follow. */
export function answersTo(messages: readonly EmulatedMessage[], asked: string): EmulatedMessage[] {
  return messages.filter(({ from, replyTo }) => from === bot && replyTo === asked);
}

/** How often each question was answered: lost is none, doubled is more than once. */
export function countAnswers(answers: readonly number[]): Pick<FaultRow, 'shown' | 'lost' | 'doubled'> {
  return {
    shown: answers.reduce((sum, count) => sum + count, 0),
    lost: answers.filter((count) => count === 0).length,
    doubled: answers.filter((count) => count > 1).length,
  };
}

/** Calls that send or change messages. */
export function messageCalls(arrivals: readonly Arrival[]): Arrival[] {
  return arrivals.filter(({ path }) => path.startsWith('/open-apis/im/'));
}

/** The first words of what the person sees last. */
export function lastWords(world: FaultWorld, chatId: string): string {
  const last = world.emulator.messagesOf(chatId).findLast(({ from }) => from === bot);
  return last ? messageText(last).replaceAll(/\s+/g, ' ').slice(0, 24) : '（没有）';
}

/** The rows as a table for people. */
export function faultTable(rows: readonly FaultRow[]): string {
  const head = '| fault | the asker sees | asked | shown | lost | doubled | parked | calls | seconds |';
  const lines = rows.map(
    ({ fault, sees, asked, shown, lost, doubled, parked, calls, seconds }) =>
      `| ${[fault, sees, asked, shown, lost, doubled, parked, calls, seconds].join(' | ')} |`,
  );
  return [head, '| --- | --- | --- | --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}
