import { z } from 'zod';
import { platformFileKey } from '../../shared/ids.ts';
import { parseJsonText } from '../door/plain-json.ts';
import type { IncomingMessage } from './incoming.ts';

const key = z.string().regex(platformFileKey);
const fileSchema = z.object({ file_key: key, file_name: z.string().max(500).catch('') });
const imageSchema = z.object({ image_key: key });

/** The file or picture of a message (fact sheet §1.7); undefined when it holds none. `content` is the message's JSON text. */
export function messageFile(type: string, content: string): IncomingMessage['file'] {
  const parsed = parseJsonText(content);
  const file = type === 'file' ? fileSchema.safeParse(parsed) : undefined;
  if (file?.success) return { type: 'file', key: file.data.file_key, name: file.data.file_name };
  const image = type === 'image' ? imageSchema.safeParse(parsed) : undefined;
  return image?.success ? { type: 'image', key: image.data.image_key, name: '' } : undefined;
}
