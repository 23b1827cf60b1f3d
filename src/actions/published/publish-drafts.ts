import { publishDrafts as button } from '#cards/published/published-buttons.ts';
import { hideResults } from '../../operations/ranking/result-drafts.ts';
import { defineAction } from '../define-action.ts';
import { showPublishedList } from './show-list.ts';

/** Switches whether those assessed see results before they are published. */
export const publishDrafts = defineAction({
  button,
  permission: 'publish',
  once: false,
  async run(context, { hide, period }) {
    await hideResults(context.tx, hide);
    const content = hide ? '已改为公布前不可看' : '已改为随时可看';
    return showPublishedList(context, { period, toast: { type: 'success', content } });
  },
});
