import { spokenCode } from '#cards/enterprise/problem-words.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import type { Context } from '../../context.ts';
import { asksByCode } from '../../domain/enterprise/tracking-code.ts';
import { cleanWriting } from '../../domain/enterprise/written-text.ts';
import { listSupplementable } from '../../operations/problems/list-supplementable.ts';
import { noSuchProblem } from '../../operations/problems/problem-for-step.ts';
import type { Reply } from '../../reply/reply.ts';
import { ticketReply } from './show-ticket.ts';

/** One more than the form takes, so that the form can say that it cut. */
const mostCarried = 1001;
/** Less is no problem yet, but a greeting. */
const leastCarried = 5;

/** More would not leave room for the other ways. */
const mostOffered = 3;

/** A way for each problem to which the words may belong, which carries them into its form. */
async function supplementWays({ tx, actor }: Context, text: string) {
  const written = [...cleanWriting(text)].slice(0, mostCarried).join('');
  const problems = await listSupplementable(tx, { actor, text });
  return problems.slice(0, mostOffered).map(({ tracking_code }) => ({
    text: `补充到 ${spokenCode(tracking_code)}`,
    say: `/ticket ${tracking_code} 补充 ${written}`,
  }));
}

/** What the button says: the form with what was written, which so far stands nowhere but in the sealed card. */
function sayProblem(text: string): string {
  const written = [...cleanWriting(text)];
  return written.length < leastCarried ? '/problem' : `/problem ${written.slice(0, mostCarried).join('')}`;
}

/** A sentence of an entrepreneur: what they wrote goes along into the form; a code of nobody's or somebody else's gets one and the same sentence. */
export async function answerEntrepreneur(context: Context, text: string): Promise<Reply> {
  const { frame, actor } = context;
  const asked = asksByCode(text);
  const say = asked ? '/problem' : sayProblem(text);
  const carried = say === '/problem' ? '' : '您刚才写的会带进表单。';
  const ways = asked ? [] : await supplementWays(context, text);
  const sort =
    ways.length === 0 ? '请用表单提交诉求' : '是补充已提交的诉求，请点“补充到”；是新的诉求，请用表单提交';
  const card = sentenceCard({
    demo: frame.demo,
    kind: asked ? 'error' : 'info',
    text: asked
      ? noSuchProblem().say
      : `${sort}，企服专员会尽快受理。${carried}已提交的可以查看进展，也可以直接发查询码。`,
    next: [...ways, { text: '提交诉求', say }, { text: '查看进展', say: '/ticket' }],
  });
  const message = { card, ...(actor.enterprise === undefined ? {} : { sealUnder: actor.enterprise }) };
  // Codes and what they wrote are never read by a group.
  return ticketReply(context, message);
}
