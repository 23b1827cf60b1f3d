import { expect, test } from 'vitest';
import { type BriefPage, briefDocument } from '#src/documents/brief/brief-document.ts';
import { wordText } from '../../support/word-text.ts';

const frame = { demo: true, asOf: '2026-11-06T09:00:00+08:00', ruleVersion: '2026-1' };
const move: BriefPage['moves'][number] = {
  unitName: '区发改委',
  track: '发展攻坚赛道',
  placeBefore: 9,
  place: 5,
  places: 4,
  scoreBefore: '86.10',
  score: '89.56',
  points: '+3.46',
  provisional: true,
};
const page: BriefPage = {
  title: '2026年10月考核工作简报',
  units: 48,
  reported: 1250,
  due: 1301,
  moves: [move, { ...move, unitName: 'R&D <区>', places: -3 }],
  decisions: [{ fact: '3 件企业诉求超过时限。', ask: '请决定是否提级督办。' }],
};

test('the page says the moves and the decisions, and at head and foot what the data are', async () => {
  const { head, body, foot, xml } = wordText(await briefDocument(page, frame));
  expect(head).toEqual(['演示数据，均为虚构']);
  expect(foot[0]).toContain('数据截至 2026年11月6日 09:00 · 规则版本 2026-1');
  expect(body).toEqual([
    '2026年10月考核工作简报',
    '48 个单位，已报 1250/1301',
    '一、三项变化',
    '1. 区发改委在发展攻坚赛道由第 9 名到第 5 名（进 4 位），得分 86.10 → 89.56（+3.46），暂列。',
    '2. R&amp;D &lt;区&gt;在发展攻坚赛道由第 9 名到第 5 名（退 3 位），得分 86.10 → 89.56（+3.46），暂列。',
    '二、三项待决定',
    '1. 3 件企业诉求超过时限。请决定是否提级督办。',
  ]);
  expect(xml).toContain('w:w="11906" w:h="16838"');
});

test('it stays one page: the longest item is cut to its room, real data carry no demonstration mark', async () => {
  const long = '云澜高新技术产业开发区管理委员会'.repeat(12);
  const { head, body } = wordText(
    await briefDocument(
      {
        ...page,
        moves: [1, 2, 3].map(() => ({ ...move, unitName: long })),
        decisions: [1, 2, 3].map(() => ({ fact: long, ask: '请决定是否专题调度。' })),
      },
      { ...frame, demo: false },
    ),
  );
  expect(head).toEqual([]);
  expect(body).toHaveLength(10);
  for (const paragraph of body) expect([...paragraph].length).toBeLessThanOrEqual(96);
});
