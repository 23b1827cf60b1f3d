import { expect, test } from 'vitest';
import { confirmAskCard } from '#cards/assessment/confirm-ask.ts';
import type { ConfirmAskView } from '#cards/assessment/confirm-view.ts';
import { textOf } from '../read-card.ts';

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
