import { z } from 'zod';
import { roleSchema } from './role.ts';

export const cadreSchema = z.object({
  id: z.string().regex(/^C\d{3,5}$/),
  name: z.string().min(1),
  unit: z.string().nullable(),
  unit_name: z.string(),
  post: z.string(),
  rank: z.string(),
  posts: z.array(z.object({ unit: z.string().nullable(), post: z.string() })),
  post_since: z.string(),
  roles: z.array(roleSchema),
});

/** A cadre (干部). `unit` is null for district leaders without one; `posts` has two where someone holds two. */
export type Cadre = z.infer<typeof cadreSchema>;
