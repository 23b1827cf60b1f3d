import { targetsSave as button } from '#cards/rules/rules-buttons.ts';
import { targetFields } from '#cards/rules/target-form.ts';
import type { Context } from '../../context.ts';
import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import { draftTarget } from '../../operations/rules/draft-target.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { given } from './given.ts';
import { showTargets } from './show-targets.ts';

async function indicatorSaid({ knowledge }: Context, typed: string): Promise<string> {
  const book = await knowledge.book();
  const code = typed.normalize('NFKC').toUpperCase();
  const known = book.input.indicators.find((each) => each.code === code || each.name === typed);
  if (known) return known.code;
  const [found, ...others] = findIndicator(typed, await knowledge.vocabulary(), []);
  if (found === undefined || others.length > 0)
    throw errors.badInput(`指标库里没有唯一的“${typed.slice(0, 20)}”，请填编号或全名。草稿没有改动。`);
  return found;
}

/** 存入草稿: the form of an assignment goes into the unit's draft, and the card says what the weights then lack. */
export const targetsSave = defineAction({
  button,
  permission: 'targets',
  once: false,
  async run(context, { unit, year, id, seen }, { form }) {
    const { tx, actor, now } = context;
    const names = targetFields;
    const indicator =
      id === null ? await indicatorSaid(context, given(form[names.indicator], 40)) : undefined;
    const typed = {
      indicator,
      weight: given(form[names.weight]),
      target: given(form[names.target]),
      milestones: given(form[names.milestones]),
      rule: given(form[names.rule]),
      remove: form[names.keep] === 'remove',
    };
    await draftTarget(tx, { unit, year, id, seen, typed, by: actor, now });
    return showTargets(context, { unit, year, toast: { type: 'info', content: '已存入草稿，提交后才生效' } });
  },
});
