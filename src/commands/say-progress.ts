import { reportConfirmCard } from '#cards/reporting/report-confirm.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { authorize, holds } from '../authorize/authorize.ts';
import type { Context } from '../context.ts';
import { type Understanding, understand } from '../domain/language/understand.ts';
import { unitsOf } from '../domain/people/actor.ts';
import { findProblemSaid } from '../operations/problems/see-problem.ts';
import { draftFits } from '../operations/reporting/draft-fits.ts';
import { openDraft } from '../operations/reporting/open-draft.ts';
import { seeDraft } from '../operations/reporting/see-draft.ts';
import type { Reply } from '../reply/reply.ts';
import { errors } from '../shared/errors.ts';
import { answerEntrepreneur } from './problems/answer-entrepreneur.ts';
import { ticketCard, ticketReply } from './problems/show-ticket.ts';

type NotProgress = Extract<Understanding, { kind: 'not_progress' }>;

const words: Record<NotProgress['class'], string> = {
  chitchat: '我在。上报请直接发一句话，如“固投10月累计12.35亿元”；其他功能点“看我能做什么”。',
  question: '我还不会回答问题，但可以查排名和得分。点下面的按钮，或发送 /排名 固投。',
  command: '没有听懂这个命令。点“看我能做什么”查看全部功能。',
  instruction:
    '这像是布置工作的话，没有记录任何数值。若是上报，请直接说，如“固投10月累计12.35亿元”；要看谁该报什么，请发送 /我的 或 /排名。',
  statement: '没有识别出要上报的完成值，没有记录。上报请说指标、时期和数值，如“固投10月累计12.35亿元”。',
};

/** A question that names a value may be meant as a report. */
const askedWithValue =
  '这像是在提问，没有记录任何数值。若是上报，请直接说，如“固投10月累计12.35亿元”；查排名和得分请点下面的按钮，或发送 /排名 固投。';

/** What people type instead of pressing the button of a confirmation card. */
const meantForCard = /^(?:确认(?:上报|无误)?|取消|不报了?|算了|提交|撤回|撤销)[。!！~\s]*$/u;
const pressInstead =
  '请在确认卡片上点按钮：点“确认上报”才算上报，点“取消”不记录任何数值。要改数值，请重新发一句话，如“固投10月累计12.35亿元”。';

function notProgress(context: Context, understood: NotProgress, said: string): Reply {
  const { frame, actor } = context;
  const next = [
    ...(holds(actor, 'ranking') ? [{ text: '看排名', say: '/ranking' }] : []),
    { text: '看我能做什么', say: '/help' },
  ];
  const valued = understood.class === 'question' && understood.figures;
  if (meantForCard.test(said))
    return { here: [{ card: sentenceCard({ demo: frame.demo, kind: 'info', text: pressInstead, next }) }] };
  const text = valued ? askedWithValue : words[understood.class];
  return { here: [{ card: sentenceCard({ demo: frame.demo, kind: 'info', text, next }) }] };
}

/** Whoever says a tracking code of a problem that they may see is shown it; undefined when none is said. */
async function ticketSaid(context: Context, text: string): Promise<Reply | undefined> {
  const { tx, actor } = context;
  const found = holds(actor, 'ticket') ? await findProblemSaid(tx, { text, actor }) : undefined;
  return found && ticketReply(context, await ticketCard(context, found));
}

/** Answers a plain sentence: progress becomes a confirmation card, never a record; everything else gets a short word. */
export async function sayProgress(context: Context, text: string): Promise<Reply> {
  const { actor, now, calendar, knowledge } = context;
  if (actor.roles.length === 0) throw errors.unknownPerson();
  const ticket = await ticketSaid(context, text);
  if (ticket) return ticket;
  if (actor.enterprise !== undefined) return answerEntrepreneur(context, text);
  const vocabulary = await knowledge.vocabulary();
  const understood = understand({ text, now, units: unitsOf(actor), calendar, vocabulary });
  if (understood.kind === 'not_progress') return notProgress(context, understood, text);
  authorize('report', actor, context.place);
  return confirmation(context, { said: understood, text });
}

interface Understood {
  readonly said: Exclude<Understanding, NotProgress>;
  readonly text: string;
}

async function confirmation(context: Context, { said, text }: Understood): Promise<Reply> {
  const { actor, now, place, tx, frame } = context;
  const book = await context.knowledge.book();
  const draft = await openDraft(tx, { actor, book, said, text, now });
  const card = reportConfirmCard({ demo: frame.demo, ...(await seeDraft(tx, book, { draft, actor, now })) });
  const subject = `draft:${draft.id}`;
  if (draftFits(book, draft, { place, actor })) return { here: [{ card, subject }] };
  return {
    privately: [{ card, subject }],
    here: [{ text: '这些数值不属于本群，已私聊请您确认。' }],
  };
}
