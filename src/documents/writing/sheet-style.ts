import type { Style } from '../library/excel-library.ts';

const thin = { style: 'thin', color: { argb: 'FF9A9A9A' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const body = { name: '宋体', size: 11 };

/** The title over the whole width. */
export const titleStyle: Partial<Style> = {
  font: { name: '黑体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle' },
};

/** The line below the title. */
export const noteStyle: Partial<Style> = {
  font: { ...body, size: 10, color: { argb: 'FF595959' } },
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};

/** Headings of columns. */
export const headStyle: Partial<Style> = {
  font: { ...body, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } },
  border,
};

/** Kept as text by whoever edits the cell afterwards: what people wrote never becomes a formula. */
const textFormat = '@';

const words: Partial<Style> = {
  ...{ font: body, border, numFmt: textFormat },
  alignment: { horizontal: 'left', vertical: 'middle', indent: 1 },
};
const wrapped: Partial<Style> = { ...words, alignment: { ...words.alignment, wrapText: true } };

/** Words, in several lines where they may be long. The same object each time: the library writes a style once. */
export function wordStyle(wraps: boolean): Partial<Style> {
  return wraps ? wrapped : words;
}

const numbers = new Map<string, Partial<Style>>();

/** How many decimals a number is written with. */
export function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

/** A number shown with so many decimals. Without an indent, which some programs give to one cell and not to the next. */
export function decimalFormat(places: number): Partial<Style> {
  const numFmt = places === 0 ? '0' : `0.${'0'.repeat(places)}`;
  const known = numbers.get(numFmt);
  if (known) return known;
  const style: Partial<Style> = {
    ...{ font: body, border, numFmt },
    alignment: { horizontal: 'right', vertical: 'middle' },
  };
  numbers.set(numFmt, style);
  return style;
}
