import { reportBack as button } from '#cards/assessment/report-buttons.ts';
import { reportConfirmCard } from '#cards/assessment/report-confirm.ts';
import { loadDraft } from '../operations/load-draft.ts';
import { seeDraft } from '../operations/see-draft.ts';
import { defineAction } from './define-action.ts';

/** 返回: the form becomes the confirmation card again, nothing changed. */
export const reportBack = defineAction({
  button,
  permission: 'report',
  once: false,
  async run({ tx, actor, now, frame, knowledge }, { draft: id }) {
    const draft = await loadDraft(tx, id, actor);
    const seen = seeDraft(await knowledge.book(), { draft, actor, now });
    return { replace: { card: reportConfirmCard({ demo: frame.demo, ...seen }) } };
  },
});
