import { expect, test } from 'vitest';
import { confirmCard } from '#cards/values/confirm.ts';
import { confirmAskCard } from '#cards/values/confirm-ask.ts';
import type { ConfirmAskView } from '#cards/values/confirm-view.ts';
import { elementsOf, textOf } from '../read-card.ts';

type Option = { readonly text: { readonly content: string } };

const asked = (jumps: number): ConfirmAskView => ({
  demo: true,
  verdict: 'confirm',
  rows: Array.from({ length: jumps + 1 }, (_, index) => ({
    ...{ id: `report_${index}`, indicator: '固定资产投资', unitName: '区城投集团', period: '2026-10' },
    ...{ value: '7.1 亿元', by: '周明', late: false, files: 0, mayDecide: true },
    jump: index < jumps ? '与上期相差 5.2 个百分点，请再次确认。' : undefined,
  })),
  chosen: { shown: '0123456789abcdef' },
  filter: {},
  page: 1,
});

test('what is far from the last period is never confirmed together when not all of it is shown', () => {
  expect(textOf(confirmAskCard(asked(10)))).toContain('核对无误，11 项都通过');
  const many = textOf(confirmAskCard(asked(11)));
  expect(many).not.toContain('都通过');
  expect(many).toContain('只通过没有异常的 1 项');
  expect(many).toContain('没有列出的不能一起通过');
});

test('a value that came before its period was over is marked', () => {
  const view = asked(0);
  expect(textOf(confirmAskCard(view))).not.toContain('期末前上报');
  const early = { ...view, rows: view.rows.map((row) => ({ ...row, early: true })) };
  expect(textOf(confirmAskCard(early))).toContain('期末前上报');
});

test('one indicator that waits for two periods is two choices that can be told apart', () => {
  const rows = asked(1).rows.map((row, at) => ({ ...row, period: ['2026-09', '2026-10'][at] ?? '' }));
  const card = confirmCard({
    ...{ demo: true, filter: {}, filterWords: '全部', rows, choices: [], decidable: 2, shown: '', page: 1 },
  });
  const [select] = elementsOf(card, 'select_static');
  const texts = (select?.options as Option[] | undefined)?.map(({ text }) => text.content);
  expect(texts).toEqual(['固定资产投资（区城投集团，2026年9月）', '固定资产投资（区城投集团，2026年10月）']);
});
