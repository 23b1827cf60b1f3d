import { describe, expect, test } from 'vitest';
import { addressed } from '#src/parse/address.ts';
import { parseText } from '#src/parse/parse-text.ts';

const commands = [
  { name: 'ranking', aliases: ['排名', '排行'], saidLast: ['排名', '排行'] },
  { name: 'report', aliases: ['上报', '报数'], askedAlone: ['报数'] },
  { name: 'confirm', aliases: ['审核'] },
  { name: 'explain', aliases: ['得分', '为什么'], saidLast: ['得分'] },
  { name: 'mine', aliases: ['我的'] },
  { name: 'help', aliases: ['帮助'] },
];

describe('what a text is', () => {
  test.each([
    ['/ranking', 'ranking', ''],
    ['/Ranking 园区', 'ranking', '园区'],
    ['/排名　园区 10月'.replace('　', ' '), 'ranking', '园区 10月'],
    ['/排名园区', 'ranking', '园区'],
    ['/ 排名 园区', 'ranking', '园区'],
    ['/ｒａｎｋｉｎｇ 全区', 'ranking', '全区'],
    ['排名 园区', 'ranking', '园区'],
    ['镇街排名', 'ranking', '镇街'],
    ['看下我们的排名', 'ranking', ''],
    ['10月 园区排行', 'ranking', '10月 园区'],
    ['镇街排名10月', 'ranking', '镇街 10月'],
    ['排名10月', 'ranking', '10月'],
    ['10月全区排名', 'ranking', '10月全区'],
    ['请把园区三季度的排名发给我', 'ranking', '园区三季度'],
    ['给我看镇街的排行', 'ranking', '镇街'],
    ['区财政局得分', 'explain', '区财政局'],
    ['我要报数', 'report', ''],
    ['我要看排名', 'ranking', ''],
    ['我的得分', 'explain', ''],
    ['帮助', 'help', ''],
  ])('%s is the command %s with “%s”', (text, name, rest) => {
    expect(parseText(text, commands)).toEqual({ kind: 'command', name, rest });
  });

  test('a slash with an unknown word is a near miss with the closest commands', () => {
    expect(parseText('/rankng', commands)).toMatchObject({ kind: 'near_miss', closest: ['ranking'] });
    expect(parseText('/排民', commands)).toMatchObject({ kind: 'near_miss', closest: ['ranking'] });
  });

  test('a sentence that only begins like a command word is a sentence', () => {
    expect(parseText('排名第一的是谁', commands)).toMatchObject({ kind: 'sentence' });
    expect(parseText('固投14.2亿，全区第3，争先进位排名', commands)).toMatchObject({ kind: 'sentence' });
    for (const told of [
      '请查收10月排名',
      '附10月排名',
      '收到排名',
      '请审核',
      '固投14.2亿排名',
      '考核得分95.36得分',
    ])
      expect(parseText(told, commands)).toMatchObject({ kind: 'sentence' });
    expect(parseText('排名为什么下降', commands)).toMatchObject({ kind: 'sentence' });
    expect(parseText('我要报固投10月累计12.3亿', commands)).toMatchObject({ kind: 'sentence' });
    expect(parseText('固投10月累计12.3亿', commands)).toMatchObject({ kind: 'sentence' });
  });

  test('nothing is nothing', () => {
    expect(parseText('', commands)).toEqual({ kind: 'nothing' });
  });
});

describe('what remains of a message to the bot', () => {
  const bot = 'ou_bot';

  test('only the mention of the bot is taken away, wherever it stands', () => {
    const mentions = [
      { key: '@_user_1', open_id: bot },
      { key: '@_user_2', open_id: 'ou_other' },
    ];
    expect(addressed('@_user_1  /排名', mentions, bot)).toBe('/排名');
    expect(addressed('@_user_2 固投 @_user_1', mentions, bot)).toBe('@_user_2 固投');
  });

  test('tabs stay between the cells of a table, an empty corner too; elsewhere they are spaces', () => {
    expect(addressed('10月：\n\t 累计\t同比 \n固投\t14.2亿\t6.1%', [], bot)).toBe(
      '10月：\n\t累计\t同比\n固投\t14.2亿\t6.1%',
    );
    expect(addressed('/排名\t园区', [], bot)).toBe('/排名 园区');
  });

  test('the key of the first mention is not taken out of the twelfth', () => {
    const mentions = [{ key: '@_user_1', open_id: bot }];
    expect(addressed('@_user_12 好', mentions, bot)).toBe('@_user_12 好');
  });

  test('full-width slash and spaces are made plain, line breaks stay', () => {
    expect(addressed('／排名　园区', [], bot)).toBe('/排名 园区');
    expect(addressed('10月：\n 1. 固投\u00a012亿 ', [], bot)).toBe('10月：\n1. 固投 12亿');
  });
});
