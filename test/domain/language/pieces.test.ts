import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodAt, periodName, startOf } from '#src/domain/calendar/period.ts';
import { findIndicator } from '#src/domain/language/finding/find-indicator.ts';
import { findUnit } from '#src/domain/language/finding/find-unit.ts';
import { convert, measureNamed } from '#src/domain/language/numbers/measures.ts';
import { readNumber } from '#src/domain/language/numbers/read-number.ts';
import { sayPeriod } from '#src/domain/language/periods/say-period.ts';
import { foldText } from '#src/domain/language/text/fold-text.ts';
import { compare, divide, multiply, rational, toDecimal } from '#src/shared/rational.ts';
import { indicators, vocabulary } from './demo-language.ts';

const digits = '零一二三四五六七八九';
const powers = ['', '十', '百', '千'];

/** 0–9999 in Chinese, the plain way of counting. */
function section(value: number): string {
  const places = [...String(value)].map(Number);
  let text = '';
  places.forEach((digit, at) => {
    const power = powers[places.length - 1 - at] ?? '';
    if (digit > 0) text += `${digits[digit]}${power}`;
    else if (!text.endsWith('零') && places.slice(at).some((later) => later > 0)) text += '零';
  });
  return text || '零';
}

function chinese(value: number): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return section(low);
  return `${section(high)}万${low === 0 ? '' : low < 1000 ? `零${section(low)}` : section(low)}`;
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

function read(text: string): string | undefined {
  const number = readNumber(foldText(text));
  return number && toDecimal(number.value, 10);
}

describe('numbers', () => {
  const whole = fc.integer({ min: 0, max: 99_999_999 });

  it('reads back every whole number written in Chinese', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(read(chinese(value))).toBe(String(value));
      }),
    );
  });

  it('reads back thousands separators and full-width digits', () => {
    const written = fc.tuple(whole, fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(written, ([value, cents]) => {
        const plain = toDecimal(rational(`${value}.${String(cents).padStart(2, '0')}`), 2);
        const grouped = plain.replace(/^\d+/, (part) => Number(part).toLocaleString('en-US'));
        expect(read(fullWidth(plain))).toBe(plain);
        expect(read(grouped)).toBe(plain);
        expect(read(fullWidth(grouped))).toBe(plain);
      }),
    );
  });

  it.each([
    ['百分之负一点六', '-1.6'],
    ['负1.5', '-1.5'],
    ['两万三', '23000'],
    ['一千二', '1200'],
    ['壹佰贰拾叁', '123'],
    ['1亿2千万', '120000000'],
    ['12亿3500万', '1235000000'],
    ['百分之百', '100'],
    ['九三点二五', '93.25'],
    ['3千万', '30000000'],
  ])('reads %s', (text, value) => expect(read(text)).toBe(value));

  it.each(['八九百', '三五家', '几十', '300多', '1.2.3', '3,85.6'])(
    'knows that %s is no exact number',
    (text) => {
      expect(readNumber(text)?.vague).toBe(true);
    },
  );
});

describe('measures', () => {
  it.each([
    ['万元', '亿元', '0.0001'],
    ['元', '万元', '0.0001'],
    ['亿美元', '万美元', '10000'],
    ['人次', '万人次', '0.0001'],
    ['亩', '万亩', '0.0001'],
    ['平方米', '万平方米', '0.0001'],
    ['家', '户', '1'],
    ['公顷', '亩', '15'],
  ])('converts %s to %s exactly', (from, to, factor) => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (units) => {
        const value = divide(rational(units), rational(1000));
        const converted = convert(value, measureNamed(from), measureNamed(to));
        expect(converted && compare(converted, multiply(value, rational(factor)))).toBe(0);
      }),
    );
  });

  it('never turns money into counts, or one currency into another', () => {
    expect(convert(rational(1), measureNamed('亿元'), measureNamed('万美元'))).toBeUndefined();
    expect(convert(rational(1), measureNamed('亿元'), measureNamed('家'))).toBeUndefined();
  });

  it('knows the measure of every indicator', () => {
    const unknown = indicators.filter(({ measure }) => measureNamed(measure).dimension === 'other');
    expect(unknown).toEqual([]);
  });
});

describe('sayPeriod', () => {
  const now = '2026-11-03T09:12:00+08:00';
  const period = fc
    .tuple(fc.constantFrom('half_month', 'month', 'quarter', 'half', 'year'), fc.integer({ min: 1, max: 48 }))
    .map(([frequency, index]) => periodAt(frequency, 2025, index))
    .filter((one) => startOf(one) < '2027');

  it('finds every period as cards name it and as it is written', () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(sayPeriod(`${periodName(one)} 固投`, now)).toEqual({ period: one, rest: '固投' });
        expect(sayPeriod(`固投 ${one}`, now)).toEqual({ period: one, rest: '固投' });
      }),
    );
  });

  it.each([
    ['今年', '2026'],
    ['去年', '2025'],
    ['上半年', '2026H1'],
    ['三季度', '2026Q3'],
    ['7月', '2026-07'],
    ['12月', '2025-12'],
    ['本月', '2026-11'],
    ['上月', '2026-10'],
    ['7月上半月', '2026-07A'],
    ['本季度', '2026Q4'],
    ['上季度', '2026Q3'],
    ['1-10月', '2026-10'],
    ['前三季度', '2026Q3'],
    ['截至9月30日', '2026-09'],
    ['１０月', '2026-10'],
    ['十月份', '2026-10'],
  ])('takes %s as %s', (text, wanted) => expect(sayPeriod(text, now)?.period).toBe(wanted));

  it('finds none where none is', () => expect(sayPeriod('高新区 固投', now)).toBeUndefined());
});

describe('names', () => {
  it('finds every indicator by its name, its code and its aliases', () => {
    for (const { code, name, aliases } of indicators) {
      for (const said of [name, code, code.toLowerCase(), ...aliases]) {
        expect(findIndicator(said, vocabulary)).toContain(code);
      }
    }
  });

  it('finds typos by sound and by shape', () => {
    expect(findIndicator('固定资产头资', vocabulary)).toEqual(['XM-01']);
    expect(findIndicator('一般公共预算收人', vocabulary)).toEqual(['JJ-03']);
  });

  it('takes no other thing for a typo', () => {
    for (const other of ['进口总额', '限下社零', '市级专精特新', '利润总额']) {
      expect(findIndicator(other, vocabulary)).toEqual([]);
    }
  });

  it('prefers the indicators of the units given', () => {
    expect(findIndicator('外资', vocabulary)).toEqual(['KF-04', 'KF-05']);
    expect(findIndicator('外资', vocabulary, ['U36'])).toEqual(['KF-04']);
  });

  it('finds units, both where a name is shared', () => {
    expect(findUnit('文旅', vocabulary)).toEqual(['U13', 'U48']);
    expect(findUnit('/ranking 青西街道', vocabulary)).toEqual(['U36']);
    expect(findUnit('固投', vocabulary)).toEqual([]);
  });
});
