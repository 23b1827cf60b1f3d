import { sentenceCard } from '#cards/system/sentence.ts';
import type { Context } from '../../context.ts';
import { asksByCode } from '../../domain/enterprise/tracking-code.ts';
import { cleanWriting } from '../../domain/enterprise/written-text.ts';
import { noSuchProblem } from '../../operations/problems/problem-for-step.ts';
import type { Reply } from '../../reply/reply.ts';
import { ticketReply } from './show-ticket.ts';

/** One more than the form takes, so that the form can say that it cut. */
const mostCarried = 1001;
/** Less is no problem yet, but a greeting. */
const leastCarried = 5;

/** What the button says: the form with what was written, which so far stands nowhere but in the sealed card. */
function sayProblem(text: string): string {
  const written = [...cleanWriting(text)];
  return written.length < leastCarried ? '/problem' : `/problem ${written.slice(0, mostCarried).join('')}`;
}

/** A sentence of an entrepreneur: what they wrote goes along into the form; a code of nobody's or somebody else's gets one and the same sentence. */
export function answerEntrepreneur(context: Context, text: string): Reply {
  const { frame, actor } = context;
  const asked = asksByCode(text);
  const say = asked ? '/problem' : sayProblem(text);
  const carried = say === '/problem' ? '' : '您刚才写的会带进表单。';
  const card = sentenceCard({
    demo: frame.demo,
    kind: asked ? 'error' : 'info',
    text: asked
      ? noSuchProblem().say
      : `请用表单提交诉求，企服专员会尽快受理。${carried}已提交的可以查看进展，也可以直接发查询码。`,
    next: [
      { text: '提交诉求', say },
      { text: '查看进展', say: '/ticket' },
    ],
  });
  const message = { card, ...(actor.enterprise === undefined ? {} : { sealUnder: actor.enterprise }) };
  return asked ? ticketReply(context, message) : { here: [message] };
}
