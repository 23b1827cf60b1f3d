import { targetsDrop as button } from '#cards/rules/rules-buttons.ts';
import { dropTargets, isOtherDraft } from '../../operations/rules/draft-target.ts';
import { defineAction } from '../define-action.ts';
import { showOtherDraft, showTargets } from './show-targets.ts';

/** 放弃草稿: what was in force stays. */
export const targetsDrop = defineAction({
  button,
  permission: 'targets',
  once: false,
  async run(context, { seen, ...of }) {
    if (await isOtherDraft(context.tx, { ...of, seen })) return showOtherDraft(context, of);
    await dropTargets(context.tx, of);
    return showTargets(context, { ...of, toast: { type: 'info', content: '已放弃草稿，现行目标不变' } });
  },
});
