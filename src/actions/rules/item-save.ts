import { z } from 'zod';
import { itemSave as button } from '#cards/rules/adjust-buttons.ts';
import { itemFields, itemsCard } from '#cards/rules/items.ts';
import { reasonFields } from '#cards/rules/targets.ts';
import { changeItem } from '../../operations/rules/change-item.ts';
import { defineAction } from '../define-action.ts';
import { given } from './given.ts';

const typeSchema = z.enum(['bonus', 'deduction', 'veto'], '请选择类型。没有保存任何内容。');

/** 提交生效: the form of an item becomes a new rule version. */
export const itemSave = defineAction({
  button,
  permission: 'adjust',
  once: false,
  async run({ tx, actor, now, frame }, { id, seen }, { form }) {
    const names = itemFields;
    const typed = {
      type: typeSchema.parse(form[names.type]),
      name: given(form[names.name]),
      min: given(form[names.min], 40),
      max: given(form[names.max], 40),
      evidence: given(form[names.evidence], 200),
      remove: form[names.keep] === 'remove',
      why: given(form[reasonFields.why], 200),
    };
    const version = await changeItem(tx, { id, typed, seen, by: actor.id, now });
    const content = version ? `已生效，规则版本 ${version.id}` : '没有改动，规则版本不变';
    return {
      replace: { card: itemsCard({ demo: frame.demo, page: 1, items: await tx.all('adjustment_items') }) },
      toast: { type: version ? 'success' : 'info', content },
    };
  },
});
