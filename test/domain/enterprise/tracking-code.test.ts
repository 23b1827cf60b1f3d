import { describe, expect, test } from 'vitest';
import { readTrackingCode } from '#src/domain/enterprise/tracking-code.ts';

describe('a tracking code is read however it was typed', () => {
  test.each(['ABCD2345', 'abcd2345', ' abcd 2345 ', 'ABCD-2345', 'ab cd—23·45', 'ＡＢＣＤ２３４５'])(
    '%s',
    (typed) => expect(readTrackingCode(typed)).toBe('ABCD2345'),
  );

  test.each(['', 'ABC', 'ABCD234O', 'P0001', '我的诉求怎么样了', 'ABCD2345ABCD2345'])('%s is none', (typed) =>
    expect(readTrackingCode(typed)).toBeUndefined(),
  );
});
