import type { z } from 'zod';
import { plainText } from './content.ts';
import type { ButtonElement, SelectElement } from './elements.ts';
import { cut } from './markup.ts';
import { type Option, optionsOf } from './option.ts';

interface Look {
  readonly text: string;
  readonly type?: ButtonElement['type'];
  readonly size?: ButtonElement['size'];
  readonly width?: 'fill';
  /** Asked before it is sent. */
  readonly confirm?: { readonly title: string; readonly text?: string } | undefined;
}

interface Choice<V> {
  readonly placeholder: string;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly payload: V;
}

/** Something people may press: its id and what it brings along, declared beside the card that shows it. */
export interface ButtonDeclaration<P extends z.ZodObject> {
  readonly id: string;
  readonly payload: P;
  /** A button that stands alone. */
  readonly button: (look: Look & { readonly payload: z.input<P> }) => ButtonElement;
  /** The submit button of a form; `name` is unique in the card. */
  readonly submit: (look: Look & { readonly payload: z.input<P>; readonly name: string }) => ButtonElement;
  /** A select outside a form that fires as soon as something is chosen; the choice arrives as the press's `option`. */
  readonly select: (choice: Choice<z.input<P>>) => SelectElement;
}

function callback(value: object) {
  return [{ type: 'callback' as const, value: { ...value } }];
}

function shell({ text, type, size, width, confirm }: Look): ButtonElement {
  return {
    tag: 'button',
    text: plainText(cut(text, 100)),
    type: type ?? 'default',
    size,
    width,
    confirm: confirm && {
      title: plainText(confirm.title),
      text: confirm.text === undefined ? undefined : plainText(confirm.text),
    },
  };
}

/** Declares a button; its callback value is `{ action: id, ...payload }`, objects only (fact sheet §2.1). */
export function defineButton<P extends z.ZodObject>(declared: {
  id: string;
  payload: P;
}): ButtonDeclaration<P> {
  const behaviors = (payload: z.input<P>) => callback({ action: declared.id, ...payload });
  return {
    ...declared,
    button: ({ payload, ...look }) => ({ ...shell(look), behaviors: behaviors(payload) }),
    submit: ({ payload, name, ...look }) => ({
      ...shell({ type: 'primary_filled', ...look }),
      name,
      form_action_type: 'submit',
      behaviors: behaviors(payload),
    }),
    select: ({ placeholder, options, chosen, payload }) => ({
      tag: 'select_static',
      placeholder: plainText(placeholder),
      options: optionsOf(options),
      initial_option: chosen,
      behaviors: behaviors(payload),
    }),
  };
}

/** A button that says something in the presser's name: it goes through parse and authorize as if typed. */
export function sayButton({ say, ...look }: Look & { readonly say: string }): ButtonElement {
  return { ...shell(look), behaviors: callback({ say }) };
}

/** A button that opens a page outside the chat. */
export function linkButton({ url, ...look }: Look & { readonly url: string }): ButtonElement {
  return { ...shell(look), behaviors: [{ type: 'open_url', default_url: url }] };
}
