import { valueCard } from '#cards/values/value.ts';
import { valueShow as button } from '#cards/values/value-buttons.ts';
import { seeValue } from '../../operations/values/see-value.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** 来历: every revision of a value. Chosen in a list it is a card of its own, so that the list stays. */
export const valueShow = defineAction({
  button,
  permission: 'value',
  once: false,
  async run({ tx, actor, place, now, frame, knowledge }, { report }, { option }) {
    const id = report ?? option;
    if (!id) throw errors.badInput('请选择一项。');
    const seen = await seeValue(tx, id, { book: await knowledge.book(), actor, place, now });
    const card = valueCard({ demo: frame.demo, ...seen });
    return report === undefined ? { here: [{ card }] } : { replace: { card } };
  },
});
