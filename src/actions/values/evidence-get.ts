import type { z } from 'zod';
import { evidenceGet as button } from '#cards/evidence/evidence-buttons.ts';
import { adjustmentEvidence } from '../../operations/adjustments/adjustment-evidence.ts';
import { type Reading, readableReport } from '../../operations/values/see-value.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { defineAction } from '../define-action.ts';

type Asked = z.output<typeof button.payload>;

async function evidenceOf(tx: ReadTx, { report, proposal, at }: Asked, seeing: Reading) {
  if (proposal !== undefined) return adjustmentEvidence(tx, { id: proposal, at, ...seeing });
  if (report === undefined) throw errors.staleCard();
  const file = (await readableReport(tx, report, seeing)).files?.[at];
  if (!file) throw errors.staleCard();
  return file;
}

/** 取附件: a piece of evidence comes as a file, to whom its value, or its bonus, deduction or veto, may be shown. */
export const evidenceGet = defineAction({
  button,
  permission: 'value',
  once: false,
  async run({ tx, actor, place, knowledge }, asked) {
    const seeing = { book: await knowledge.book(), actor, place };
    const { hash, name } = await evidenceOf(tx, asked, seeing);
    return { here: [{ file: { hash, name } }], toast: { type: 'info', content: '正在发送附件' } };
  },
});
