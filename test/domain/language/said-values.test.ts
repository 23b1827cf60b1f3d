import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#src/domain/language/text/fold-text.ts';
import type { Understanding } from '#src/domain/language/understand.ts';
import { hear } from './demo-language.ts';

const pieces = fc.constantFrom(
  ...['固投', '公预收入', '高企', '规上工业总产值', '新签约项目', '专项债券资金支出进度', '园区', '区财政局'],
  ...[
    '10月',
    '三季度',
    '上月',
    '全年',
    '累计',
    '增速',
    '同比',
    '目标',
    '分别为',
    '完成',
    '比上月多',
    '距目标差',
  ],
  ...[
    '亿',
    '万元',
    '%',
    '个百分点',
    '家',
    '件',
    '，',
    '；',
    '。',
    '\n',
    '/',
    '-',
    '（',
    '）',
    '约',
    '近',
    '负',
    '第',
  ],
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}.${b}`),
);
const said = (piece: fc.Arbitrary<string>) => fc.array(piece, { maxLength: 12 }).map((all) => all.join(''));

const valuesOf = (understood: Understanding): string[] => {
  if (understood.kind === 'not_progress') return [];
  const asked = understood.kind === 'ask' ? understood.asks.flatMap(({ value }) => value ?? []) : [];
  return [...understood.items.map(({ value }) => value), ...asked];
};

/** What a change of measure leaves as it is: the figures without sign, point and zeros at both ends. */
const significant = (decimal: string) => decimal.replace(/\D/g, '').replace(/^0+|0+$/g, '');

const numerals = /[\d零〇一二两三四五六七八九十百千万亿廿卅半几壹贰叁肆伍陆柒捌玖拾佰仟]/u;

describe('whatever is typed', () => {
  it('every value that is understood was said: its figures stand in the text', () => {
    fc.assert(
      fc.property(
        said(fc.oneof({ arbitrary: pieces, weight: 2 }, { arbitrary: number, weight: 1 })),
        (text) => {
          // 3亿2 is said for 3.2亿, 2万3500 for 23500.
          const pairs = [...text.matchAll(/(\d+)[百千万亿](\d+)/g)];
          const short = pairs.map(([, whole, rest]) => `${whole}${rest}`);
          // A comma of either width before three figures parts thousands.
          const whole = foldText(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
          const plain = [text, whole].flatMap((each) => each.match(/\d+(\.\d+)?/g) ?? []);
          const figures = [...plain, ...short].map(significant);
          for (const value of valuesOf(hear(text, 'U36')))
            expect([text, [...figures, ''].includes(significant(value))]).toEqual([text, true]);
        },
      ),
      { numRuns: 3000, examples: [['固投1，100.1'], ['1亿0.1固投'], ['固投0.1亿1000万元']] },
    );
  });

  it('nothing is understood as a value where no numeral is', () => {
    fc.assert(
      fc.property(fc.oneof(said(pieces), fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        fc.pre(!numerals.test(foldText(text)));
        expect(valuesOf(hear(text, 'U36'))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('folding a folded text changes nothing', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), said(pieces));
    fc.assert(
      fc.property(text, (typed) => {
        const once = foldText(typed);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });
});
