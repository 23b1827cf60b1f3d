import { parkedShow as button } from '#cards/system/parked-buttons.ts';
import { defineAction } from '../define-action.ts';
import { showList } from './show-list.ts';

/** 刷新, 返回 or another page of the parked messages. */
export const parkedShow = defineAction({
  button,
  permission: 'parked',
  once: false,
  run: (context, { page }) => showList(context, { page }),
});
