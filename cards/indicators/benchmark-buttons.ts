import { z } from 'zod';
import { isPeriod } from '#src/domain/calendar/period.ts';
import { defineButton } from '../kit/button.ts';

const indicator = z.string().max(10);
const period = z.string().refine(isPeriod);

/** Shows the form of a benchmark. Without an indicator it was chosen in a select: the press's `option` is its code. */
export const benchmarkShow = defineButton({
  id: 'benchmark.show',
  payload: z.object({ indicator: indicator.optional(), period: period.optional() }),
});

/** Takes a benchmark's figures; the fields are named like the figures. */
export const benchmarkSet = defineButton({ id: 'benchmark.set', payload: z.object({ indicator, period }) });
