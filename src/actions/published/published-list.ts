import { publishedList as button } from '#cards/published/published-buttons.ts';
import { defineAction } from '../define-action.ts';
import { showPublishedList } from './show-list.ts';

/** What is published of another period. */
export const publishedList = defineAction({
  button,
  permission: 'published',
  once: false,
  run: (context, { period }) => showPublishedList(context, { period }),
});
