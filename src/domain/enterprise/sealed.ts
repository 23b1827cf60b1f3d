import { z } from 'zod';

export const sealedSchema = z.object({ key: z.string(), data: z.string() });

/** Text encrypted under a key kept outside journal, snapshot and backups; destroying the key erases it (design §5). */
export type Sealed = z.infer<typeof sealedSchema>;

export const contactSchema = z.object({
  name: z.string().min(1).max(50),
  post: z.string().max(50).optional(),
  phone: z.string().min(5).max(30),
});

/** Who to call about a problem; exists in clear only in memory. */
export type Contact = z.infer<typeof contactSchema>;
