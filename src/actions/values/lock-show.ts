import { lockShow as button } from '#cards/values/lock-buttons.ts';
import { defineAction } from '../define-action.ts';
import { lockList } from './lock-list.ts';

/** 刷新 or 返回: the months and their locks. */
export const lockShow = defineAction({
  button,
  permission: 'lock',
  once: false,
  run: (context) => lockList(context),
});
