import { publishedShow as button } from '#cards/published/published-buttons.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { showPublishedTable } from './show-table.ts';

/** A published table, or the chosen edition of it. */
export const publishedShow = defineAction({
  button,
  permission: 'published',
  once: false,
  async run(context, { id }, { option }) {
    const chosen = option ?? id;
    if (chosen === undefined) throw errors.badInput('请选择一个版次。');
    return showPublishedTable(context, { id: chosen });
  },
});
