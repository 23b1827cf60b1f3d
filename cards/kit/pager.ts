import { plainText } from './content.ts';
import type { ButtonElement, DivElement } from './elements.ts';
import type { Page } from './paging.ts';

/** Buttons to the pages before and after, and where one is; nothing when there is one page. */
export function pager(
  { page, pages }: Omit<Page<unknown>, 'rows'>,
  buttonTo: (page: number, text: string) => ButtonElement,
): readonly (ButtonElement | DivElement | undefined)[] {
  if (pages < 2) return [];
  return [
    page > 1 ? buttonTo(page - 1, '‹ 上一页') : undefined,
    { tag: 'div', text: { ...plainText(`第 ${page}/${pages} 页`), text_size: 'notation' } },
    page < pages ? buttonTo(page + 1, '下一页 ›') : undefined,
  ];
}
