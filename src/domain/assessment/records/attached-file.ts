import { z } from 'zod';

export const attachedFileSchema = z.object({
  hash: z.string(),
  name: z.string(),
  by: z.string(),
  at: z.string(),
});

/** A piece of evidence (佐证) sent in chat: kept by hash, with its name, who sent it and when. */
export type AttachedFile = z.infer<typeof attachedFileSchema>;
