import { foldWords } from '../cells/cell-text.ts';
import type { SheetRow } from '../cells/sheet.ts';

/** A column by its header. */
export interface HeaderColumn {
  /** 0: A. */
  readonly index: number;
  /** Its own words, folded, without what stands in brackets. */
  readonly leaf: string;
  /** What stands in brackets behind its own words, folded: mostly a measure. */
  readonly aside: string;
  /** The words of the group above it, folded; '' when it is in none. */
  readonly group: string;
}

const bracketed = /\(([^()]*)\)/g;

function textsOf(row: SheetRow): string[] {
  return Array.from(row.cells, (cell) => (cell === undefined ? '' : foldWords(cell.text)));
}

/** A group's words stand over its first column only when its cells are not merged. */
function carriedRight(texts: readonly string[], below: readonly string[]): string[] {
  let last = '';
  return below.map((under, index) => {
    const own = texts[index] ?? '';
    if (own !== '') last = own;
    else if (under === '') last = '';
    return own === '' && under !== '' ? last : own;
  });
}

/** The columns that some header rows name, groups first; a column merged over all rows has no group. */
export function columnsUnder(rows: readonly SheetRow[]): HeaderColumn[] {
  const lines = rows.map(textsOf);
  const bottom = lines.at(-1) ?? [];
  const groups = lines.slice(0, -1).map((line) => carriedRight(line, bottom));
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, index) => {
    const words = [...groups.map((line) => line[index] || (lines[0]?.[index] ?? '')), bottom[index] ?? ''];
    const distinct = words.filter((word, at) => word !== '' && word !== words[at - 1]);
    const own = distinct.at(-1) ?? '';
    return {
      index,
      leaf: own.replace(bracketed, ''),
      aside: [...own.matchAll(bracketed)].map((match) => match[1] ?? '').join(' '),
      group: distinct.slice(0, -1).join('/'),
    };
  }).filter(({ leaf }) => leaf !== '');
}
