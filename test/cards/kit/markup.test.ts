import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, cut, escapeText, md } from '#cards/kit/markup.ts';
import { bold, coloured, joined, lines } from '#cards/kit/phrasing.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'<>*_~[]()#:`|\\!@&$^-+=1. \n\r\u2028\u202e甲a/') }),
  fc.constantFrom(
    '<at id=all></at>',
    '</font><at id=all></at>',
    '[点我](https://example.com)',
    '![图](img_v3)',
    '**粗** __体__ ~~删~~ `码` ```',
    '# 标题\n- 列表\n1. 列表\n> 引用\n---\n| 甲 | 乙 |\n| - | - |',
    'https://example.com www.example.com a@b.cn',
    ':DONE: &lt;at id=all&gt; &#60;at id=all&#62;',
    '<link url="https://example.com">x</link><person id="ou_x"></person>',
  ),
);

describe("a person's text in markdown", () => {
  it('never starts a mention, a tag, a link, an emphasis, an emoji or a table, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const visible = escapeText(text)
          .replaceAll('<br>', '')
          .replace(/&#\d+;/g, '');
        expect(visible).not.toMatch(/[*~<>[\]()#:_`|\\!&@{}$^\n\r]/);
        expect(visible).not.toMatch(/www\./i);
      }),
      { numRuns: 2000 },
    );
  });

  it('never starts a list, a heading or a rule at the start of a line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of escapeText(text).split('<br>')) expect(line).not.toMatch(/^(\s|[-+=>#]|\d+[.)])/);
      }),
    );
  });

  it('still reads as it was written', () => {
    const read = (text: string) =>
      escapeText(text)
        .replaceAll('<br>', '\n')
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    for (const text of ['12.35 亿元（+12.1%）', '<at id=all></at>', '1. 甲\n2. 乙', 'A&B: [x](y)', '-3.5'])
      expect(read(text)).toBe(text);
  });

  it('is what it is beside other text: what needs no escaping is seen at once, and never overlooked', () => {
    const blankLine = /^[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*[\n\r\u2028\u2029]/u;
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: fc.constantFrom(...'甲a1.w-+= \u00a0\u2029\u202c') })),
        (text) => {
          fc.pre(!blankLine.test(text));
          expect(escapeText(`*\n${text}`)).toBe(`&#42;<br>${escapeText(text)}`);
          expect(cleanText(`\u0007${text}`)).toBe(cleanText(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('loses control characters, halves of surrogate pairs and what turns the reading direction', () => {
    expect(escapeText('甲\u0000\u202e乙\ud800')).toBe('甲  乙 ');
    expect(cleanText('甲\u0007\n乙\u2066')).toBe('甲 乙');
  });

  it('is escaped in every place of a template, also within our own markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const source = lines(
          md`**${text}**`,
          coloured('red', text),
          bold(text),
          joined([md`${text}`], md`，`),
        ).source;
        expect(source).not.toMatch(/<(?!br>|font color='red'>|\/font>)/);
        expect(source).not.toMatch(/\]\(/);
      }),
    );
  });
});

describe('text helpers', () => {
  it('cut between characters, never within one', () => {
    expect(cut('甲𠮷乙', 2)).toBe('甲…');
    expect(cut('𠮷𠮷𠮷', 2)).toBe('𠮷…');
    expect(cut('甲乙', 2)).toBe('甲乙');
  });

  it('set spaces around bold text that ends in a bracket, so that it is recognised', () => {
    expect(bold('全市（含）').source).toBe(' **全市（含）** ');
    expect(bold('全市').source).toBe('**全市**');
  });

  it('leave out what is empty', () => {
    expect(lines(md``, md`甲`, md``, md`乙`).source).toBe('甲<br>乙');
    expect(coloured('red', '').source).toBe('');
  });
});
