import { fairnessCheck as button } from '#cards/published/published-buttons.ts';
import { publishedCheckCard } from '#cards/published/published-table.ts';
import { checkPublished } from '../../operations/published/see-published.ts';
import { defineAction } from '../define-action.ts';

/** 重算核对: the published table is made anew from its own inputs. */
export const fairnessCheck = defineAction({
  button,
  permission: 'fairness',
  once: false,
  async run({ tx, frame }, { id }) {
    return { replace: { card: publishedCheckCard({ demo: frame.demo, ...(await checkPublished(tx, id)) }) } };
  },
});
