import { z } from 'zod';

const callFault = z.object({
  on: z.enum(['send', 'reply', 'update', 'token', 'any']),
  kind: z.enum(['limited', '500', '502', 'hang', 'hang_after', 'reset_before', 'reset_after']),
  times: z.int().min(1).max(100).default(1),
});

const eventFault = z.object({
  on: z.literal('event'),
  kind: z.enum(['twice', 'late']),
  times: z.int().min(1).max(100).default(1),
});

/** What the page asks of its server. */
export const pageRequests = {
  say: z.object({
    openId: z.string(),
    chatId: z.string(),
    text: z.string().min(1).max(10_000),
    replyTo: z.string().optional(),
  }),
  attach: z.object({ openId: z.string(), chatId: z.string(), name: z.string().min(1).max(250) }),
  click: z.object({
    openId: z.string(),
    messageId: z.string(),
    press: z.object({
      tag: z.string(),
      value: z.unknown().optional(),
      name: z.string().optional(),
      form_value: z.record(z.string(), z.unknown()).optional(),
      input_value: z.string().optional(),
      option: z.string().optional(),
      options: z.array(z.string()).optional(),
      checked: z.boolean().optional(),
    }),
  }),
  clock: z.object({ to: z.iso.datetime({ offset: true }) }),
  fault: z.discriminatedUnion('on', [callFault, eventFault]),
};
