import { z } from 'zod';
import { sentFileSchema } from '../evidence/evidence-buttons.ts';
import { defineButton } from '../kit/button.ts';

const id = z.string().max(40);
const one = z.object({ id });

/** Opens the form to propose a bonus, deduction or veto; with `file` it brings its evidence along. */
export const adjustForm = defineButton({
  id: 'adjust.form',
  payload: z.object({ unit: id.optional(), file: sentFileSchema.optional() }),
});

/** Proposes what the form says. */
export const adjustPropose = defineButton({
  id: 'adjust.propose',
  payload: z.object({ file: sentFileSchema.optional() }),
});

/** Opens one proposal. */
export const adjustOpen = defineButton({ id: 'adjust.open', payload: one });

/** Approves a proposal; `files`: how many pieces of evidence its card showed. */
export const adjustApprove = defineButton({
  id: 'adjust.approve',
  payload: one.extend({ files: z.int().min(0).default(0) }),
});

/** Rejects a proposal with the reason of the form. */
export const adjustReject = defineButton({ id: 'adjust.reject', payload: one });

/** Takes one's own proposal back. */
export const adjustWithdraw = defineButton({ id: 'adjust.withdraw', payload: one });

/** Opens the catalogue of items, or with `id` the form of one; `add` a new one. */
export const itemsShow = defineButton({
  id: 'items.show',
  payload: z.object({ page: z.int().min(1).max(99).optional(), add: z.boolean().optional() }),
});

/** Puts the form of an item in force as a new rule version; `id` null: a new one. */
export const itemSave = defineButton({
  id: 'item.save',
  payload: z.object({ id: id.nullable(), seen: z.string().max(16) }),
});
