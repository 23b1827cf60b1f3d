import { evidenceGet as button } from '#cards/assessment/value-buttons.ts';
import { readableReport } from '../operations/see-value.ts';
import { errors } from '../shared/errors.ts';
import { defineAction } from './define-action.ts';

/** 取附件: a piece of evidence comes as a file, to whom its value may be shown. */
export const evidenceGet = defineAction({
  button,
  permission: 'value',
  once: false,
  async run({ tx, actor, place, knowledge }, { report: id, at }) {
    const report = await readableReport(tx, id, { book: await knowledge.book(), actor, place });
    const file = report.files?.[at];
    if (!file) throw errors.staleCard();
    const { hash, name } = file;
    return { here: [{ file: { hash, name } }], toast: { type: 'info', content: '正在发送附件' } };
  },
});
