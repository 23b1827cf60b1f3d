import { z } from 'zod';

/** Colours of words in markdown that our cards use (fact sheet §3.4). */
export type Colour = 'red' | 'orange' | 'green' | 'blue' | 'grey';

/** Names of tag colours. */
export const tagColourSchema = z.enum([
  'neutral',
  'blue',
  'turquoise',
  'lime',
  'orange',
  'violet',
  'indigo',
  'wathet',
  'green',
  'yellow',
  'red',
  'purple',
  'carmine',
]);

/** Colours of the small tags in a header and in a table's options cell. */
export type TagColour = z.infer<typeof tagColourSchema>;

/** Names of header colours. */
export const templateSchema = z.enum([
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
]);

/** Colours of a card's header. */
export type Template = z.infer<typeof templateSchema>;
