import { publishReason } from '#cards/published/publish-ask.ts';
import { publishDo as button } from '#cards/published/published-buttons.ts';
import { publishTable } from '../../operations/published/publish-table.ts';
import { defineAction } from '../define-action.ts';
import { given } from '../rules/given.ts';
import { showPublishedTable } from './show-table.ts';

/** 公布: the table as it stands now is frozen; a later one is a correction and says why. */
export const publishDo = defineAction({
  button,
  permission: 'publish',
  once: true,
  async run(context, table, { form }) {
    const { tx, actor, now, knowledge } = context;
    const why = given(form[publishReason], 200);
    const book = await knowledge.book();
    const { id, edition } = await publishTable(tx, book, { ...table, now, by: actor.id, why });
    const toast = { type: 'success' as const, content: `已公布，第 ${edition} 版` };
    return showPublishedTable(context, { id, toast });
  },
});
