import { z } from 'zod';
import { dropReasons, parkedDropFields } from '#cards/system/parked-ask.ts';
import { parkedDrop as button } from '#cards/system/parked-buttons.ts';
import { dropParked } from '../../operations/parked/decide-parked.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { alreadyDecided, findParked } from './find-parked.ts';
import { showList } from './show-list.ts';

const formSchema = z.object({
  [parkedDropFields.why]: z.enum(['told', 'outdated', 'gone', 'broken', 'other'], '请选择放弃的原因。'),
  [parkedDropFields.note]: z.string().trim().max(100, '补充说明最多100字。').catch(''),
});

/** 放弃发送: the message is never sent, its content goes, the journal keeps who and why. */
export const parkedDrop = defineAction({
  button,
  permission: 'parked',
  once: false,
  async run(context, { id, page }, { form }) {
    const { tx, actor, now } = context;
    const { why, note } = formSchema.parse(form);
    if (why === 'other' && note === '') throw errors.badInput('选“其他”时请写明原因。');
    if (!(await findParked(context, id))) return showList(context, { page, toast: alreadyDecided });
    const words = [...(why === 'other' ? [] : [dropReasons[why]]), ...(note === '' ? [] : [note])];
    await dropParked(tx, { id, by: actor, now, why: words.join('：') });
    return showList(context, { page, toast: '已放弃，不再发送' });
  },
});
