import type { SheetCell } from './sheet.ts';

const nothing = /^(?:[-—–―－/／\\]+|无|未报|缺报|暂无|无数据|暂无数据|不设)$/u;
const separators = /[、,，;；/／\n]+/u;

/** A text folded for comparing headers and words: one width, one case, no spaces. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b]/gu, '')
    .toLowerCase();
}

/** Whether a cell says that there is nothing: blank, `—`, `/`, 无, 未报. */
export function saysNothing(cell: SheetCell | undefined): boolean {
  return cell === undefined || (cell.kind === 'text' && nothing.test(cell.text.replace(/\s/gu, '')));
}

/** The entries of a cell that holds several, parted by 、 ， ； / or line breaks. */
export function listed(text: string): string[] {
  return text
    .split(separators)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Column letters as Excel writes them, 0 → `A`. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
