import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const id = z.string().max(60);

/** Imports what the card has shown: `digest` is of just that. */
export const importConfirm = defineButton({
  id: 'import.confirm',
  payload: z.object({ import: id, digest: z.string().max(64) }),
});

/** Gives up a workbook. */
export const importDrop = defineButton({ id: 'import.drop', payload: z.object({ import: id }) });

/** Another page of problems. */
export const importShow = defineButton({
  id: 'import.show',
  payload: z.object({ import: id, page: z.number().int().min(1) }),
});
