import { confirmCard } from '#cards/values/confirm.ts';
import { returnReasonField } from '#cards/values/confirm-ask.ts';
import { confirmDecide as button } from '#cards/values/confirm-buttons.ts';
import type { Context } from '../../context.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import { confirmValues, returnValues } from '../../operations/values/decide-values.ts';
import {
  type Awaiting,
  type AwaitingFilter,
  type Chosen,
  chosenAwaiting,
} from '../../operations/values/list-awaiting.ts';
import { knownFilter } from '../../operations/values/read-confirm-words.ts';
import { seeAwaiting } from '../../operations/values/see-awaiting.ts';
import type { Notice } from '../../reply/reply.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { tellReturned } from './tell-reporters.ts';

interface Deciding {
  readonly verdict: 'confirm' | 'return';
  readonly values: readonly Awaiting[];
  readonly reason: unknown;
}

async function decide(
  context: Context,
  { verdict, values, reason: typed }: Deciding,
): Promise<readonly Notice[]> {
  const { tx, actor, now } = context;
  if (verdict === 'confirm') {
    await confirmValues(tx, { values, actor, now });
    return [];
  }
  const reason = requiredWriting(typed, { name: '退回原因', least: 2, most: 100 });
  const returned = await returnValues(tx, { values, actor, now, reason });
  return tellReturned(context, returned, reason);
}

async function listAfter(
  { tx, actor, now, frame, knowledge }: Context,
  filter: AwaitingFilter,
  page: number,
) {
  const seen = await seeAwaiting(tx, { book: await knowledge.book(), actor, filter, now });
  return confirmCard({ demo: frame.demo, ...seen, page });
}

/** Confirms or returns what the question named; the list follows as it then is, and reporters learn why theirs came back. */
export const confirmDecide = defineAction({
  button,
  permission: 'confirm',
  once: false,
  async run(context, { page, verdict, ids, shown, leave, ...given }, { form }) {
    const book = await context.knowledge.book();
    const filter = knownFilter(book, given);
    const chosen: Chosen = shown === undefined ? { ids: ids ?? [] } : { shown };
    const { tx, actor } = context;
    const all = await chosenAwaiting(tx, book, { actor, filter, chosen, again: '点“返回”' });
    const values = leave === true ? all.filter(({ jump }) => jump === undefined) : all;
    if (values.length === 0) throw errors.conflict('所选数据都需要再核对，没有办理。');
    const notices = await decide(context, { verdict, values, reason: form[returnReasonField] });
    const done = verdict === 'confirm' ? '已审核通过' : '已退回';
    return {
      replace: { card: await listAfter(context, filter, page) },
      toast: { type: 'success', content: `${done} ${values.length} 项` },
      notices,
    };
  },
});
