/** The source of a text that the platform renders as markdown. Only `md` and its helpers make one, so raw text cannot slip in. */
export type MarkupSource = string & { readonly __markup: true };

/** Markdown that is safe to show: what people wrote in it has been escaped. */
export class Markup {
  readonly source: MarkupSource;

  private constructor(source: string) {
    this.source = source as MarkupSource;
  }

  /** Template tag: the literal parts are ours and stand as they are, every interpolated text is escaped, markup is kept. */
  static md(parts: TemplateStringsArray, ...values: readonly (string | number | Markup)[]): Markup {
    const pieces = parts.map((part, index) => {
      const value = index < values.length ? values[index] : undefined;
      return (
        part + (value === undefined ? '' : value instanceof Markup ? value.source : escapeText(`${value}`))
      );
    });
    return new Markup(pieces.join(''));
  }
}

/** Makes markdown: `` md`**${name}** 已上报` ``. Interpolated texts are escaped. */
export const md = Markup.md;

/** No text at all. */
export const nothing = md``;

// What could start markup anywhere in a text: emphasis, tags, links, images, emoji, code, tables, mentions, entities.
const anywhere = /[*~<>[\]()#:_`|\\!&@{}$^]/g;
// Control characters, halves of surrogate pairs, and what turns the reading direction.
const invisible = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
const breaks = /\r\n?|[\u2028\u2029]/g;

// Whatever the replacements below look for; a little more may be in it, never less.
const perhapsMarkup =
  /[*~<>[\]()#:_`|\\!&@{}$^\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]|^[\s\-+=]|^\d+\.|[wW]{3}\./u;
const perhapsUnclean = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]| {2}|^\s|\s$/u;

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** A person's text as it may stand inside markdown: every character that means something there as an HTML entity, line breaks as `<br>`. */
export function escapeText(text: string): string {
  // Most texts are names, numbers and words.
  if (!perhapsMarkup.test(text)) return text;
  return text
    .replace(breaks, '\n')
    .split('\n')
    .map(escapeLine)
    .join('<br>')
    .replace(/(<br>){3,}/g, '<br><br>');
}

function escapeLine(line: string): string {
  return (
    line
      .replace(invisible, ' ')
      .replace(anywhere, entity)
      // Lists, quotes and headings need the start of a line; addresses would become links by themselves.
      .replace(/^\s+/, '')
      .replace(/^[-+=]/, entity)
      .replace(/^(\d+)\./, '$1&#46;')
      .replace(/\b(www)\./gi, '$1&#46;')
  );
}

/** Text for places that are shown literally (titles, button texts, table cells of type text): control characters taken out. */
export function cleanText(text: string): string {
  if (!perhapsUnclean.test(text)) return text;
  return text.replace(breaks, '\n').replace(invisible, ' ').replace(/ {2,}/g, ' ').trim();
}

/** At most `length` characters, an ellipsis in place of the rest. Cuts between characters, never within one. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
