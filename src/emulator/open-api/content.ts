import { z } from 'zod';
import type { MessageBody } from '../state/message.ts';
import { checkCard } from './card-check/check-card.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

const textContent = z.object({ text: z.string().min(1) });
const fileContent = z.object({ file_key: z.string() });

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Refusal(
      230001,
      'Your request contains an invalid request parameter, ext=content is not a string in json format.',
    );
  }
}

function checkSize(content: string, limit: number): void {
  const bytes = Buffer.byteLength(content);
  if (bytes > limit)
    throw new Refusal(
      230025,
      `The length of the message content reaches its limit, ext=${bytes} > ${limit} bytes.`,
    );
}

/** The card of a content string; refuses one too long (230025) or not well built (230099). */
export function cardOf(platform: Platform, content: string): object {
  checkSize(content, platform.limits.cardBytes);
  const card = parsed(content);
  const defect = checkCard(card, (openId) => platform.chats.person(openId) !== undefined);
  if (defect || typeof card !== 'object' || card === null) {
    const { code, message, value } = defect ?? { code: 200621, message: 'card is not an object', value: '' };
    throw new Refusal(
      230099,
      `Failed to create card content, ext=ErrCode: ${code}; ErrMsg: ${message}; ErrorValue: ${value};`,
    );
  }
  return card;
}

function fileOf({ files }: Platform, content: string): MessageBody {
  const sent = fileContent.safeParse(parsed(content));
  const file = sent.success ? files.find(sent.data.file_key) : undefined;
  if (!sent.success || !file) throw new Refusal(230017, 'Bot is NOT the owner of the resource.');
  return { kind: 'file', key: sent.data.file_key, name: file.name, size: file.bytes.length };
}

/** What a message of that type and content would show; refuses what the platform refuses. */
export function bodyOf(platform: Platform, type: string, content: string): MessageBody {
  if (type === 'interactive') return { kind: 'interactive', card: cardOf(platform, content) };
  if (type === 'file') return fileOf(platform, content);
  if (type !== 'text')
    throw new Refusal(
      230001,
      `Your request contains an invalid request parameter, ext=the emulator knows no msg_type ${type}.`,
    );
  checkSize(content, platform.limits.textBytes);
  const text = textContent.safeParse(parsed(content));
  if (!text.success)
    throw new Refusal(230001, 'Your request contains an invalid request parameter, ext=content has no text.');
  return { kind: 'text', text: text.data.text };
}
