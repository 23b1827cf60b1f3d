import { suggestCard } from '#cards/system/suggest.ts';
import { authorize } from '../authorize/authorize.ts';
import type { Context } from '../context.ts';
import { parseText } from '../parse/parse-text.ts';
import type { Reply } from '../reply/reply.ts';
import { errors } from '../shared/errors.ts';
import type { EventDeps } from './deps.ts';

/** Longer ones take the reader seconds in which nobody else is answered (measured: 80,000 characters behind /report, 1.4 s). */
const mostCharacters = 4000;

/** parse → authorize → the command, for a typed text as for a button that says one. */
export async function answerText(deps: EventDeps, context: Context, text: string): Promise<Reply> {
  if (text.length > mostCharacters)
    throw errors.badInput('这条消息太长，没有处理。请分几条发送，每条不超过 4000 字。');
  const { reference, trace, measured } = deps;
  const said = parseText(text, deps.commands);
  trace?.({
    reference,
    stage: 'command',
    title: said.kind === 'command' ? `/${said.name}` : said.kind,
    detail: said,
  });
  if (said.kind === 'near_miss') return { here: [{ card: closestCard(context, said) }] };
  const command = deps.commands.find(({ name }) => name === (said.kind === 'command' ? said.name : 'help'));
  const sentence =
    said.kind === 'sentence' || (!text.startsWith('/') && (await command?.isReport?.(context, text)));
  measured?.({ of: 'used', name: sentence || !command ? 'sentence' : `/${command.name}` });
  if (sentence || !command) return deps.answerSentence(context, text);
  authorize(command.permission, context.actor, context.place);
  trace?.({
    reference,
    stage: 'permission',
    title: `${command.permission}：允许`,
    detail: context.actor.roles,
  });
  return command.answer(context, said.kind === 'command' ? said.rest : '', deps.found);
}

/** Only what this person may do here is suggested. */
function closestCard({ frame, commands }: Context, said: { word: string; closest: readonly string[] }) {
  const closest = commands.filter((command) => said.closest.includes(command.name));
  const suggestions = closest.map(({ name, alias, summary }) => ({
    title: `/${alias}`,
    say: `/${name}`,
    summary,
  }));
  return suggestCard({ demo: frame.demo, said: `/${said.word}`, suggestions });
}
