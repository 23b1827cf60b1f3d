import { z } from 'zod';

/** A dictionary by language, e.g. `zh_cn`. */
const byLanguage = z.record(z.string(), z.string());

const textFields = {
  content: z.string(),
  i18n_content: byLanguage.optional(),
  text_size: z.string().optional(),
  text_color: z.string().optional(),
  text_align: z.enum(['left', 'center', 'right']).optional(),
  lines: z.int().positive().optional(),
};

/** A text object: never a bare string. */
export const text = z.strictObject({ tag: z.enum(['plain_text', 'lark_md']), ...textFields });

/** A text of at most 100 characters, as buttons, placeholders and options take. */
export const shortText = text.refine(
  ({ content }) => content.length <= 100,
  'text is longer than 100 characters',
);

/** A panel's title may also be markdown. */
export const titleText = z.strictObject({
  tag: z.enum(['plain_text', 'lark_md', 'markdown']),
  ...textFields,
});

/** An icon of the client or an uploaded one. */
export const icon = z.strictObject({
  tag: z.enum(['standard_icon', 'custom_icon']),
  token: z.string().optional(),
  color: z.string().optional(),
  img_key: z.string().optional(),
  size: z.string().optional(),
});

const number = '(0|[1-9]?\\d)px';
const signed = '-?(0|[1-9]?\\d)px';
const lengths = (one: string) => z.string().regex(new RegExp(`^${one}( ${one}){0,3}$`));

/** 0–99 px, one to four values. */
export const padding = lengths(number);

/** −99…99 px, one to four values. */
const margin = lengths(signed);

/** A panel header's padding: one or four values, two are refused (fact sheet §3.5). */
export const headerPadding = z.string().regex(new RegExp(`^${number}( ${number} ${number} ${number})?$`));

/** A gap by name, or 0–99 px. */
export const spacing = z.union([
  z.enum(['small', 'medium', 'large', 'extra_large']),
  z.string().regex(new RegExp(`^${number}$`)),
]);

const horizontalAlign = z.enum(['left', 'center', 'right']);
/** Where children stand in height. */
export const verticalAlign = z.enum(['top', 'center', 'bottom']);

/** How a container lays out its children. */
export const layout = {
  direction: z.enum(['vertical', 'horizontal']).optional(),
  padding: padding.optional(),
  vertical_spacing: spacing.optional(),
  horizontal_spacing: spacing.optional(),
  horizontal_align: horizontalAlign.optional(),
  vertical_align: verticalAlign.optional(),
};

/** What every component may carry. */
export const base = {
  tag: z.string(),
  element_id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/)
    .optional(),
  margin: margin.optional(),
};

/** Children are checked one by one elsewhere. */
export const children = z.array(z.unknown());

/** What a confirmation dialog says; the title is a must. */
export const confirm = z.strictObject({ title: text, text: text.optional() });

const urls = {
  pc_url: z.string().optional(),
  ios_url: z.string().optional(),
  android_url: z.string().optional(),
};

/** Addresses by device. */
export const multiUrl = z.strictObject({ url: z.string().optional(), ...urls });

/** What a press does. */
const behaviors = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('callback'),
      value: z.union([z.record(z.string(), z.unknown()), z.string()]),
    }),
    z.strictObject({ type: z.literal('open_url'), default_url: z.string(), ...urls }),
  ]),
);

/** What everything that can be pressed or filled may carry. */
export const pressable = {
  ...base,
  name: z.string().optional(),
  disabled: z.boolean().optional(),
  disabled_tips: text.optional(),
  hover_tips: text.optional(),
  confirm: confirm.optional(),
  behaviors: behaviors.optional(),
};

/** A width in pixels between two bounds, or one of the given words. */
export function width(words: readonly string[], range: { from: number; to: number }) {
  return z.string().refine((value) => {
    const pixels = /^(\d+)px$/.exec(value)?.[1];
    return (
      words.includes(value) ||
      (pixels !== undefined && Number(pixels) >= range.from && Number(pixels) <= range.to)
    );
  }, 'width is out of range');
}
