import { trackSave as button } from '#cards/rules/rules-buttons.ts';
import { reasonFields } from '#cards/rules/targets.ts';
import { trackFields } from '#cards/rules/track-form.ts';
import { changeTrack } from '../../operations/rules/change-track.ts';
import { defineAction } from '../define-action.ts';
import { chosen, given } from './given.ts';
import { showTrack } from './show-track.ts';

/** 提交生效: the track's form becomes a new rule version. */
export const trackSave = defineAction({
  button,
  permission: 'targets',
  once: false,
  async run(context, { seen, ...of }, { form }) {
    const { tx, actor, now } = context;
    const names = trackFields;
    const typed = {
      bonusCap: given(form[names.bonusCap]),
      style: form[names.style] === '1223' ? ('1223' as const) : ('1224' as const),
      firstQuota: given(form[names.firstQuota]),
      secondQuota: given(form[names.secondQuota]),
      joins: chosen(form[names.joins]),
      why: given(form[reasonFields.why], 200),
      from: chosen(form[reasonFields.from]),
    };
    const version = await changeTrack(tx, { ...of, typed, seen, by: actor.id, now });
    const content = version ? `已生效，规则版本 ${version.id}` : '没有改动，规则版本不变';
    return showTrack(context, { ...of, toast: { type: version ? 'success' : 'info', content } });
  },
});
