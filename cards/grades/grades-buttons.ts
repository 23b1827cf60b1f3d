import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const one = z.object({ id: z.string().max(40) });
const year = z.int().min(2000).max(2999);

/** The grades of a year, track by track. */
export const gradesShow = defineButton({ id: 'grades.show', payload: z.object({ year }) });

/** Opens a proposal of grades. */
export const gradesOpen = defineButton({ id: 'grades.open', payload: one });

/** Proposes the grades of a track. */
export const gradesPropose = defineButton({
  id: 'grades.propose',
  payload: z.object({ track: z.string().max(20), year }),
});

/** Approves a proposal. */
export const gradesApprove = defineButton({ id: 'grades.approve', payload: one });

/** Rejects a proposal with the reason of the form. */
export const gradesReject = defineButton({ id: 'grades.reject', payload: one });

/** Takes one's own proposal back. */
export const gradesWithdraw = defineButton({ id: 'grades.withdraw', payload: one });
