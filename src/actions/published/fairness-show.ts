import { fairnessCard } from '#cards/published/fairness.ts';
import { fairnessShow as button } from '#cards/published/published-buttons.ts';
import { seeFairness } from '../../operations/published/see-published.ts';
import { defineAction } from '../define-action.ts';

/** 公平性分析: the fairness sheet of a published table. */
export const fairnessShow = defineAction({
  button,
  permission: 'fairness',
  once: false,
  async run({ tx, frame }, { id, page = 1 }) {
    const { now, ...seen } = await seeFairness(tx, id);
    return { replace: { card: fairnessCard({ demo: frame.demo, asOf: now, page, ...seen }) } };
  },
});
