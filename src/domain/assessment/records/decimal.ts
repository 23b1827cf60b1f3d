import { z } from 'zod';

/** A plain decimal kept as text, e.g. `"-12.30"`: the only shape in which values, targets and weights are stored. */
export const decimalSchema = z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/);
