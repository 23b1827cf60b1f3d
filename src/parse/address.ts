/** A mention in a message: its key stands in the text. */
export interface Mention {
  readonly key: string;
  readonly open_id: string;
}

const spaces = /[\s\u00a0\u3000\u200b]+/g;
const spacesInCells = /[^\S\t]+|\u200b+/g;

/** A table pasted from a workbook: its tabs part the cells, also the empty one in its corner. */
function isTable(lines: readonly string[]): boolean {
  return lines.filter((line) => line.trim().includes('\t')).length > 1;
}

/** The text without the mentions of the bot, white space folded (line breaks and a table's tabs kept), a full-width slash at its start made plain. */
export function addressed(text: string, mentions: readonly Mention[], botOpenId: string | undefined): string {
  const own = mentions.filter((mention) => mention.open_id === botOpenId).map((mention) => mention.key);
  // Longer keys first: `@_user_1` is the beginning of `@_user_12`.
  const keys = own.sort((a, b) => b.length - a.length);
  const without = keys.reduce((rest, key) => rest.split(new RegExp(`${key}(?!\\d)`)).join(' '), text);
  const lines = without.split('\n');
  const folded = isTable(lines)
    ? lines.map((line) =>
        line
          .replace(spacesInCells, ' ')
          .replace(/ ?\t ?/g, '\t')
          .replace(/^ | $/g, ''),
      )
    : lines.map((line) => line.replace(spaces, ' ').trim());
  return folded
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/^[／⁄∕]/, '/');
}
