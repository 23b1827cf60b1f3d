import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const id = z.string().max(60);

/** Imports what the card has shown: `digest` is of just that; `renewals` parts its presses, since a preview that was shown anew may be as it was before. */
export const importConfirm = defineButton({
  id: 'import.confirm',
  payload: z.object({ import: id, digest: z.string().max(64), renewals: z.int().min(0).optional() }),
});

/** Gives up a workbook. */
export const importDrop = defineButton({ id: 'import.drop', payload: z.object({ import: id }) });

/** Another page of problems. */
export const importShow = defineButton({
  id: 'import.show',
  payload: z.object({ import: id, page: z.number().int().min(1) }),
});
