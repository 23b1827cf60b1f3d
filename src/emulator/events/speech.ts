/** What is said, and how. */
export interface Speech {
  /** As typed: `@机器人`, `@name` and `@所有人` become mentions. */
  readonly text: string;
  /** `post` is what the client sends for several lines or formatted text; by default it decides as the client does. */
  readonly as?: 'text' | 'post';
  /** A file instead of the text. */
  readonly file?: { readonly name: string; readonly bytes: Buffer };
  /** The message that is answered. */
  readonly replyTo?: string;
}

/** Someone named with @ in a message. */
export interface Mention {
  readonly key: string;
  readonly openId: string;
  readonly name: string;
  readonly bot: boolean;
}

/** A stretch of text, or an @. */
export type Part = { readonly text: string } | { readonly mention: Mention };

/** Who may be named. */
export interface Nameable {
  readonly openId: string;
  readonly name: string;
  readonly bot: boolean;
}

const everyone = { names: ['所有人', 'all'], key: '@_all' };

function quoted(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Splits what was typed at each `@name`, giving each person a key as the platform does; longer names win. */
export function partsOf(typed: string, nameable: readonly Nameable[]): Part[] {
  const byName = new Map(nameable.map((each) => [each.name, each]));
  const names = [...byName.keys(), ...everyone.names].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`@(${names.map(quoted).join('|')})`, 'g');
  const keys = new Map<string, string>();
  const mentionOf = (name: string): Part => {
    const found = byName.get(name);
    if (!found) return { text: everyone.key };
    const key = keys.get(found.openId) ?? `@_user_${keys.size + 1}`;
    keys.set(found.openId, key);
    return { mention: { ...found, key } };
  };
  // Splitting at a capturing pattern yields text and name by turns.
  return typed
    .split(pattern)
    .map((piece, index) => (index % 2 === 1 ? mentionOf(piece) : { text: piece }))
    .filter((part) => 'mention' in part || part.text !== '');
}

/** The people named, each once. */
export function mentionsIn(parts: readonly Part[]): Mention[] {
  const mentions = parts.flatMap((part) => ('mention' in part ? part.mention : []));
  return [...new Map(mentions.map((mention) => [mention.key, mention])).values()];
}

/** The content of a text message: mentions as their keys. */
export function textContent(parts: readonly Part[]): string {
  return JSON.stringify({
    text: parts.map((part) => ('mention' in part ? part.mention.key : part.text)).join(''),
  });
}

/** The content of a post: one list of nodes a line, as the platform pushes it (no language around it). */
export function postContent(parts: readonly Part[]): string {
  const lines: object[][] = [[]];
  for (const part of parts) {
    if ('mention' in part) {
      lines.at(-1)?.push({ tag: 'at', user_id: part.mention.key, user_name: part.mention.name, style: [] });
      continue;
    }
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ tag: 'text', text, style: [] });
    }
  }
  return JSON.stringify({ title: '', content: lines });
}
