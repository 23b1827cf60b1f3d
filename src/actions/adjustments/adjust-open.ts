import { adjustOpen as button } from '#cards/rules/adjust-buttons.ts';
import { defineAction } from '../define-action.ts';
import { showProposal } from './adjust-reply.ts';

/** One proposal with what can be done about it. */
export const adjustOpen = defineAction({
  button,
  permission: 'adjust',
  once: false,
  run: (context, { id }) => showProposal(context, id),
});
