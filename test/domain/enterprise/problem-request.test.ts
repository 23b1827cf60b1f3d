import { describe, expect, test } from 'vitest';
import { readProblemRequest } from '#src/domain/enterprise/problem-request.ts';
import { readPhone } from '#src/domain/enterprise/read-phone.ts';
import { StrongError } from '#src/shared/errors.ts';
import { goodForm } from '../../support/problem-world.ts';

function refused(part: Partial<Record<keyof typeof goodForm, unknown>>): string {
  try {
    readProblemRequest({ ...goodForm, ...part });
  } catch (error) {
    if (error instanceof StrongError && error.code === 'bad_input') return error.say;
    throw error;
  }
  return '';
}

describe('the form is checked field by field, with one clear sentence', () => {
  test('a good form passes; the phone is kept without spaces and dashes', () => {
    expect(readProblemRequest(goodForm)).toEqual({
      contact: { name: '孙经理', phone: '13812345678' },
      category: '用工',
      urgency: 'normal',
      text: goodForm.text,
    });
  });

  test.each([
    [{ contact: '  ' }, '请填写联系人姓名'],
    [{ contact: '张'.repeat(51) }, '联系人姓名最多50个字'],
    [{ phone: undefined }, '请填写联系电话'],
    [{ phone: '1234567' }, '联系电话格式不对'],
    [{ category: '天气' }, '请选择诉求类别'],
    [{ category: undefined }, '请选择诉求类别'],
    [{ urgency: '' }, '请选择紧急程度'],
    [{ text: ' \n ' }, '请填写诉求内容'],
    [{ text: '缺人' }, '至少写5个字'],
    [{ text: '\u200b\u200b\u200b\u200b\u200b\u200b' }, '请填写诉求内容'],
    [{ text: '长'.repeat(5000) }, '最多1000个字，现在有5000个字'],
    [{ text: { $gt: '' } }, '请填写诉求内容'],
  ])('%j is refused: %s', (part, sentence) => {
    const said = refused(part);
    expect(said).toContain(sentence);
    expect(said).toMatch(/没有保存任何内容。$/);
  });

  test('emoji and HTML are kept as written, control characters and turned reading direction are not', () => {
    const { text } = readProblemRequest({
      ...goodForm,
      text: '<b>急</b>\u0000\u001b[31m 缺人👷‍♀️\r\n\r\n\r\n\u202e请帮忙',
    });
    expect(text).toBe('<b>急</b>[31m 缺人👷‍♀️\n\n请帮忙');
  });
});

describe('what counts as a phone', () => {
  test.each([
    ['13812345678', '13812345678'],
    ['+86 138-1234-5678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['0511-88881234', '0511-88881234'],
    ['(0511) 88881234', '051188881234'],
    ['0511-88881234-802', '0511-88881234-802'],
    ['400-820-8820', '400-820-8820'],
    ['+852 2345 6789', '+85223456789'],
  ])('%s is kept as %s', (typed, kept) => expect(readPhone(typed)).toBe(kept));

  test.each(['12345', '1381234567', '138123456789', 'call me', '110', '😀😀😀😀😀'])('%s is none', (typed) =>
    expect(readPhone(typed)).toBeUndefined(),
  );
});
