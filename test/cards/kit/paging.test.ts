import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sayButton } from '#cards/kit/button.ts';
import { pager } from '#cards/kit/pager.ts';
import { pageOf } from '#cards/kit/paging.ts';
import { table } from '#cards/kit/table.ts';

it('shows every row on exactly one page', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 100 }), fc.integer({ min: 1, max: 20 }), (rows, size) => {
      const { pages } = pageOf(rows, 1, size);
      const all = Array.from({ length: pages }, (_, index) => pageOf(rows, index + 1, size).rows).flat();
      expect(all).toEqual(rows);
    }),
  );
});

it('takes a page outside the range as the nearest there is', () => {
  expect(pageOf([1, 2, 3], 9, 2)).toMatchObject({ page: 2, pages: 2, rows: [3] });
  expect(pageOf([1, 2, 3], -1, 2)).toMatchObject({ page: 1, rows: [1, 2] });
  expect(pageOf([], 1, 2)).toMatchObject({ page: 1, pages: 1, rows: [], total: 0 });
});

it('offers only pages that exist', () => {
  const texts = (page: number, pages: number) =>
    pager({ page, pages, total: 0 }, (to) => sayButton({ text: `到 ${to}`, say: '/x' })).flatMap((element) =>
      element?.tag === 'button' ? [element.text.content] : [],
    );
  expect(texts(1, 1)).toEqual([]);
  expect(texts(1, 3)).toEqual(['到 2']);
  expect(texts(2, 3)).toEqual(['到 1', '到 3']);
  expect(texts(3, 3)).toEqual(['到 2']);
});

it('lets the client page a table evenly, ten rows at most', () => {
  const pageSize = (rows: number) =>
    table({
      columns: [{ title: '列', text: String }],
      rows: Array.from({ length: rows }, (_, index) => index),
    }).page_size;
  expect([0, 1, 10, 11, 14, 16, 20].map(pageSize)).toEqual([1, 1, 10, 6, 7, 8, 10]);
});
