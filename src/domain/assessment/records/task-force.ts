import { z } from 'zod';

export const taskForceSchema = z.object({
  id: z.string().regex(/^TF\d{2}$/),
  name: z.string().min(1),
  leader: z.string(),
  leader_name: z.string(),
  office_unit: z.string(),
  office_contacts: z.array(z.string()),
  members: z.array(z.string()),
  indicators: z.array(z.string()),
  guidance: z.array(
    z.object({
      name: z.string(),
      target: z.string(),
      leaders: z.array(z.string()),
      departments: z.array(z.string()),
    }),
  ),
});

/** A task force (专班) with its members, indicators and guidance groups (N对1). */
export type TaskForce = z.infer<typeof taskForceSchema>;
