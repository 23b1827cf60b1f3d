import { z } from 'zod';
import { parseJsonText } from '../door/plain-json.ts';

const textSchema = z.object({ text: z.string() });

const nodeSchema = z.object({
  tag: z.string(),
  text: z.string().optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
});

const postSchema = z.object({
  title: z.string().optional().catch(undefined),
  content: z.array(z.array(nodeSchema)),
});

const spoken = new Set(['text', 'a', 'code_block']);

function nodeText(node: z.infer<typeof nodeSchema>): string {
  if (node.tag === 'at') return node.user_id ?? '';
  return spoken.has(node.tag) ? (node.text ?? '') : '';
}

function postText(content: unknown): string | undefined {
  const parsed = postSchema.safeParse(content);
  if (!parsed.success) return undefined;
  const { title, content: paragraphs } = parsed.data;
  const lines = paragraphs.map((nodes) => nodes.map(nodeText).join(''));
  return [...(title ? [title] : []), ...lines].join('\n');
}

/**
 * What a person wrote in a `text` or `post` message (fact sheet §1.7: whoever types several lines sends a post); a mention stays its key.
 * Undefined for pictures, files and whatever else holds no words. `content` is the message's JSON text.
 */
export function messageText(type: string, content: string): string | undefined {
  const parsed = parseJsonText(content);
  if (type === 'post') return postText(parsed);
  if (type !== 'text') return undefined;
  const text = textSchema.safeParse(parsed);
  return text.success ? text.data.text : undefined;
}
