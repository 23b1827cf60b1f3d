import type { Action, Press } from '../actions/define-action.ts';
import { authorize } from '../authorize/authorize.ts';
import { quietUntil } from '../domain/calendar/quiet.ts';
import { type Clicked, findClicked, onceKey } from '../reply/find-clicked.ts';
import { type ImmediateAnswer, queueReply } from '../reply/queue-reply.ts';
import type { Reply } from '../reply/reply.ts';
import { errors } from '../shared/errors.ts';
import type { Doc } from '../store/collections.ts';
import type { WriteTx } from '../store/document-store.ts';
import type { IncomingClick } from '../webhook/events/incoming.ts';
import { answerText } from './answer-text.ts';
import { buildContext } from './build-context.ts';
import type { EventDeps } from './deps.ts';
import { lookUpPress, lookUpText } from './look-up.ts';
import { tracedTx } from './traced-tx.ts';

/** Answers a press in one transaction: recognised, authorised again, done once, committed; then answered. */
export async function answerClick(event: EventDeps, click: IncomingClick): Promise<ImmediateAnswer> {
  const action = event.actions.find(({ id }) => id === click.value.action);
  const press: Press = { form: click.form ?? {}, option: click.option };
  const asker = { person: click.operator, tenant: click.tenant };
  const { say } = click.value;
  const found =
    typeof say === 'string'
      ? await lookUpText(event, asker, say)
      : await lookUpPress(event, asker, { action, press, payload: click.value });
  const deps = { ...event, found };
  return deps.store.write(deps.meta, async (plain) => {
    const tx = tracedTx(deps, plain);
    const id = `click:${click.event}`;
    const kept = await tx.get('inbox', id);
    if (kept?.state === 'done') return {};
    // Kept before this transaction began: the presser was told to wait for the card.
    const late = kept !== undefined;
    const clicked = await clickedCard(tx, click, deps.meta.at);
    if (clicked.state === 'outdated') return newestLook({ deps, tx, click, action, shown: clicked.outbox });
    const shown = clicked.outbox;
    const reply = await replyTo({ deps, tx, click, action, press: { ...press, found }, shown });
    const answer = await queueReply(tx, {
      reply,
      at: deps.meta.at,
      clicked: {
        message: click.message,
        chat: click.chat,
        private: shown.private,
        person: click.operator.open_id,
        late,
      },
      vault: deps.vault,
      log: deps.log,
      reference: deps.reference,
      quiet: (at) => quietUntil(deps.calendar, at),
    });
    const body = late ? { late } : answer.card ? { card: shown.id } : null;
    await tx.put('inbox', { id, state: 'done', received_ms: Date.now(), attempts: 1, body });
    tx.afterCommit(deps.wakeOutbox);
    return answer;
  });
}

type KnownCard = Extract<Clicked, { readonly outbox: unknown }>;

async function clickedCard(tx: WriteTx, click: IncomingClick, now: string): Promise<KnownCard> {
  const { message, chat, value, operator } = click;
  const clicked = await findClicked(tx, { message, chat, person: operator.open_id, value, now });
  if ('outbox' in clicked) return clicked;
  if (clicked.state === 'early') throw errors.conflict('这张卡片刚刚发出，请稍等一下再点。');
  if (clicked.state === 'foreign' || clicked.state === 'unknown') throw errors.foreignCard();
  throw errors.staleCard();
}

/**
 * A press on a card that a press has replaced: its answer may have been lost, so the newest look goes along; but only to who may still
 * press such a button here, and never into a group that has been registered anew since the card was made for it.
 */
async function newestLook({
  deps,
  tx,
  click,
  action,
  shown,
}: Omit<Pressed, 'press'>): Promise<ImmediateAnswer> {
  const { content } = shown;
  const { actor, place } = await contextOf({ deps, tx, click, shown });
  if (actor.roles.length === 0) throw errors.unknownPerson();
  if (action) authorize(action.permission, actor, place);
  const registered = (await tx.get('chats', click.chat))?.registered_at ?? '';
  if (typeof content !== 'string' || registered > shown.created_at) throw errors.outdatedCard();
  const toast = { type: 'warning' as const, content: errors.outdatedCard().say };
  return { toast, card: { type: 'raw', data: JSON.parse(content) } };
}

interface Pressed {
  readonly deps: EventDeps;
  readonly tx: WriteTx;
  readonly click: IncomingClick;
  readonly action: Action | undefined;
  readonly press: Press & { readonly found?: unknown };
  readonly shown: Doc<'outbox'>;
}

function contextOf({ deps, tx, click, shown }: Pick<Pressed, 'deps' | 'tx' | 'click' | 'shown'>) {
  const chat = { id: click.chat, private: shown.private };
  return buildContext(deps, tx, { person: click.operator, tenant: click.tenant, chat });
}

async function replyTo({ deps, tx, click, action, press, shown }: Pressed): Promise<Reply> {
  const context = await contextOf({ deps, tx, click, shown });
  const { say } = click.value;
  if (typeof say === 'string') return answerText(deps, context, say);
  if (!action) throw errors.staleCard();
  const { reference, trace, measured } = deps;
  measured?.({ of: 'used', name: action.id });
  trace?.({ reference, stage: 'command', title: action.id, detail: { payload: click.value } });
  authorize(action.permission, context.actor, context.place);
  trace?.({
    reference,
    stage: 'permission',
    title: `${action.permission}：允许`,
    detail: context.actor.roles,
  });
  if (action.once) await markOnce(tx, click, deps.meta.at);
  return action.answer(context, click.value, press);
}

async function markOnce(tx: WriteTx, click: IncomingClick, at: string): Promise<void> {
  const id = onceKey(click.operator.open_id, click.message, click.value);
  if (await tx.get('clicks', id)) throw errors.alreadyDone('已经处理过了');
  await tx.put('clicks', { id, at });
}
