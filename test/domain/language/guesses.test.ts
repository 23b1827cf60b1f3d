import { describe, expect, it } from 'vitest';
import { hear } from './demo-language.ts';

function guessed(text: string) {
  const got = hear(text, 'U36', '2026-11-06');
  return got.kind === 'ask' ? got.asks.map(({ reason, candidates = [] }) => [reason, ...candidates]) : got;
}

describe('a known name beside words nobody knows', () => {
  it.each(['固投10月稳稳拿下14.2亿', '固投10月一举拿下14.2亿'])(
    '%s is asked about with its indicator',
    (text) => {
      expect(guessed(text)).toEqual([['unknown_indicator', 'XM-01']]);
    },
  );

  it.each([
    '制造业固投10月累计4.2亿',
    '固投项目数10月累计42个',
    '限下社零10月累计8.6亿元',
    '桃园社区新增就业10月120人',
    '别的街道固投10月15亿',
    '水电费10月1200元',
  ])('%s is another thing or another’s figure: nothing is guessed', (text) => {
    expect(guessed(text)).toEqual([['unknown_indicator']]);
  });

  it('guesses nothing where another figure of the message is of the same indicator', () => {
    expect(guessed('固投10月累计13.8亿，固投9月一举拿下12亿')).toEqual([['unknown_indicator']]);
  });
});
