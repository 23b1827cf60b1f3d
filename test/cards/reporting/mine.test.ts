import { expect, it } from 'vitest';
import { sample } from '#cards/reporting/mine.samples.ts';
import { mineCard } from '#cards/reporting/mine.ts';
import { textOf, valueOfButton } from '../read-card.ts';

it('says what is owed for which period and until when, with a button that reports it', () => {
  const card = mineCard({ ...sample, overdue: [] });
  expect(textOf(card)).toContain('固定资产投资\n2026年10月，截止11月6日');
  expect(valueOfButton(card, '上报')).toEqual({ say: '/report 固定资产投资 2026年10月' });
});

it('puts the overdue first, calmly', () => {
  const text = textOf(mineCard(sample));
  expect(text.indexOf('已过截止日（1 项）')).toBeLessThan(text.indexOf('临近截止日（1 项）'));
  expect(text).toContain('补上即计入');
  expect(text).not.toMatch(/通报|批评|落后|严重/);
});

it('says so when everything is reported', () => {
  expect(textOf(mineCard({ ...sample, overdue: [], dueSoon: [] }))).toContain('没有待上报的指标');
});

it('counts what it does not list', () => {
  const dueSoon = Array.from({ length: 50 }, () => sample.dueSoon).flat();
  expect(textOf(mineCard({ ...sample, overdue: [], dueSoon }))).toContain('另有 30 项');
});

it('offers no form to who has nothing to report at all', () => {
  const card = mineCard({ ...sample, overdue: [], dueSoon: [], reported: 0, idle: true });
  expect(textOf(card)).toContain('您不是任何指标的填报人');
  expect(textOf(card)).not.toMatch(/报齐|打开上报表/);
});
