import { z } from 'zod';
import { platformId } from '../../shared/ids.ts';
import type { IncomingMessage } from './incoming.ts';

type Mention = IncomingMessage['mentions'][number];

const mentionSchema = z.object({
  // Code further on looks for the key in the text, so it must be free of pattern characters.
  key: z.string().regex(/^@_[A-Za-z0-9_]{1,40}$/),
  id: z
    .object({ open_id: z.string().regex(platformId) })
    .optional()
    .catch(undefined),
  name: z.string().max(256).catch(''),
  mentioned_type: z.string().optional().catch(undefined),
});

/** The mentions of a message (fact sheet §1.7); one that does not look like one is left out, `open_id` is '' where none is given. */
export function mentionsOf(list: readonly unknown[]): Mention[] {
  return list.flatMap((item) => {
    const { data } = mentionSchema.safeParse(item);
    if (!data) return [];
    const { key, name, id, mentioned_type } = data;
    return [{ key, open_id: id?.open_id ?? '', name, bot: mentioned_type === 'bot' }];
  });
}

const leading = /^(?:@_[A-Za-z0-9_]+|[\s\u200b])+/;

/** Whether the text, after leading mentions and white space, starts with a slash, plain or full-width. */
export function startsWithSlash(text: string): boolean {
  return /^[/／]/.test(text.replace(leading, ''));
}
