import { z } from 'zod';
import { platformId } from '../shared/ids.ts';
import { type Delivered, PlatformError } from './feishu.ts';

const id = z.string().regex(platformId);

const deliveredSchema = z.object({ data: z.object({ message_id: id, chat_id: id }) });

const botSchema = z.object({ bot: z.object({ open_id: id, app_name: z.string().catch('') }) });

const foundSchema = z.object({
  data: z.object({
    user_list: z
      .array(
        z.object({ user_id: id.optional(), mobile: z.string().optional(), email: z.string().optional() }),
      )
      .default([]),
  }),
});

const statusSchema = z.object({
  data: z.object({
    user: z.object({
      status: z
        .object({
          is_resigned: z.boolean().optional(),
          is_exited: z.boolean().optional(),
          is_frozen: z.boolean().optional(),
        })
        .optional(),
    }),
  }),
});

/** The answer as its schema says; a success of a shape that we do not know is `unknown`: whatever was asked has probably happened. */
export function shaped<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new PlatformError('unknown', 200, { message: '平台的回答缺少应有的内容' });
  return parsed.data;
}

/** The answer to sending and replying (fact sheet §4.2). */
export function deliveredOf(answer: unknown): Delivered {
  const { data } = shaped(deliveredSchema, answer);
  return { messageId: data.message_id, chatId: data.chat_id };
}

/** The answer to bot info: under `bot`, not `data` (fact sheet §4.10). */
export function botOf(answer: unknown): { openId: string; name: string } {
  const { bot } = shaped(botSchema, answer);
  return { openId: bot.open_id, name: bot.app_name };
}

/** The people found by mobile or e-mail (fact sheet §4.11); entries without an id were not found. */
export function peopleOf(answer: unknown): { openId: string; contact: string }[] {
  return shaped(foundSchema, answer).data.user_list.flatMap(({ user_id, mobile, email }) => {
    const contact = mobile || email;
    return user_id && contact ? [{ openId: user_id, contact }] : [];
  });
}

/** A person's status in the directory (fact sheet §4.11); undefined when the app may not read it. */
export function statusOf(answer: unknown) {
  return shaped(statusSchema, answer).data.user.status;
}
