import type { z } from 'zod';
import type { TagColour, Template } from './colours.ts';
import { plainText } from './content.ts';
import { type BodyElement, type Maybe, present } from './elements.ts';
import { type Frame, frameFoot } from './frame.ts';
import { cut } from './markup.ts';
import type { rootShape } from './shapes/root.ts';

type Root = z.infer<typeof rootShape>;

/** A whole card as the platform takes it: Card JSON 2.0 (fact sheet §3). Built only with the kit's typed builders. */
export type Card = Omit<Root, 'body'> & { readonly body: { readonly elements: readonly BodyElement[] } };

/** A card before it is framed. */
export interface CardInput {
  readonly frame: Frame;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly template?: Template | undefined;
  /** Small coloured words beside the title; the platform shows three. */
  readonly tags?: readonly Maybe<{ readonly text: string; readonly colour: TagColour }>[];
  readonly elements: readonly Maybe<BodyElement>[];
  /** What the chat list shows; the title when absent. */
  readonly summary?: string | undefined;
}

/** Makes a card: shared and updatable, not to be forwarded, wide where it holds a table, with its frame at the foot. */
export function card(input: CardInput): Card {
  const elements = [...present(input.elements), ...frameFoot(input.frame)];
  const wide = elements.some((element) => element.tag === 'table');
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      width_mode: wide ? 'fill' : undefined,
      summary: { content: cut(plainText(input.summary ?? input.title).content, 100) },
    },
    header: headerOf(input),
    body: { elements },
  };
}

function headerOf({ title, subtitle, template, tags = [] }: CardInput): Root['header'] {
  const list = present(tags).map(({ text, colour }) => ({
    tag: 'text_tag' as const,
    text: plainText(text),
    color: colour,
  }));
  return {
    title: plainText(cut(title, 80)),
    subtitle: subtitle === undefined ? undefined : plainText(cut(subtitle, 80)),
    template: template ?? 'blue',
    text_tag_list: list.length === 0 ? undefined : list,
  };
}
