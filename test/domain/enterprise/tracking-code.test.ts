import { describe, expect, test } from 'vitest';
import { asksByCode, readTrackingCode, trackingCodesIn } from '#src/domain/enterprise/tracking-code.ts';

describe('a tracking code is read however it was typed', () => {
  test.each(['ABCD2345', 'abcd2345', ' abcd 2345 ', 'ABCD-2345', 'ab cd—23·45', 'ＡＢＣＤ２３４５'])(
    '%s',
    (typed) => expect(readTrackingCode(typed)).toBe('ABCD2345'),
  );

  test.each(['', 'ABC', 'ABCD234O', 'P0001', '我的诉求怎么样了', 'ABCD2345ABCD2345'])('%s is none', (typed) =>
    expect(readTrackingCode(typed)).toBeUndefined(),
  );
});

describe('a code is found within a sentence', () => {
  test.each([
    'ABCD 2345',
    '查询码 ABCD2345',
    '查询码：abcd-2345，到哪一步了？',
    '我的诉求 ABCD 2345 办得怎么样了',
    'OK ABCD 2345',
    '我的诉求ＡＢＣＤ２３４５办得怎么样了',
  ])('%s', (said) => {
    expect(trackingCodesIn(said)).toContain('ABCD2345');
    expect(asksByCode(said)).toBe(true);
  });

  test.each([
    '我们厂门口路灯坏了一个月没人管',
    '电话 13800000001，请尽快联系',
    '我们的 MERCEDES 大货车进不来',
    '查询码忘了',
    '你好',
  ])('%s asks for none', (said) => expect(asksByCode(said)).toBe(false));

  test('a mistyped code beside the word for it is still one', () =>
    expect(asksByCode('查询码 ABCD234O')).toBe(true));

  test('a long text is searched only so far', () =>
    expect(trackingCodesIn('AB '.repeat(1300)).length).toBeLessThanOrEqual(50));
});
