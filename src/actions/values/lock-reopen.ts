import { z } from 'zod';
import { reopenFields } from '#cards/values/lock.ts';
import { lockReopen as button } from '#cards/values/lock-buttons.ts';
import { periodName } from '../../domain/calendar/period.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import { reopenPeriod } from '../../operations/values/lock-period.ts';
import { readReopening } from '../../operations/values/read-reopening.ts';
import { defineAction } from '../define-action.ts';
import { lockList } from './lock-list.ts';

const word = z.string().trim().max(40).catch('');

/** Opens a locked month again for whom the form names, to the end of its day. */
export const lockReopen = defineAction({
  button,
  permission: 'lock',
  once: false,
  async run(context, { month }, { form }) {
    const { tx, actor, now, knowledge } = context;
    const typed = {
      unit: word.parse(form[reopenFields.unit]),
      indicator: word.parse(form[reopenFields.indicator]),
    };
    const scope = readReopening(typed, await knowledge.vocabulary());
    const why = requiredWriting(form[reopenFields.why], { name: '原因', least: 2, most: 100 });
    await reopenPeriod(tx, { month, ...scope, until: word.parse(form[reopenFields.until]), why, actor, now });
    return lockList(context, `已重新开放${periodName(month)}`);
  },
});
