import type { Indicator } from '../../assessment/records/indicator.ts';
import { foldWords } from '../cells/cell-text.ts';

const directions: Readonly<Record<string, Indicator['direction']>> = {
  正向: 'higher',
  '↑': 'higher',
  越高越好: 'higher',
  逆向: 'lower',
  反向: 'lower',
  负向: 'lower',
  '↓': 'lower',
  越低越好: 'lower',
};
const kinds: Readonly<Record<string, Indicator['kind']>> = {
  累计: 'cumulative',
  累计数: 'cumulative',
  时点: 'level',
  当期: 'level',
  增速: 'rate',
};
const frequencies: Readonly<Record<string, Indicator['frequency']>> = {
  半月: 'half_month',
  月: 'month',
  季: 'quarter',
  半年: 'half',
  年: 'year',
};
const levels: Readonly<Record<string, Indicator['level']>> = {
  省考: 'province',
  省级: 'province',
  市考: 'city',
  市级: 'city',
  区考: 'district',
  县考: 'district',
  区级: 'district',
  县级: 'district',
};

/** A direction in any of the words offices use. */
export function directionSaid(text: string): Indicator['direction'] | undefined {
  return directions[foldWords(text)];
}

/** Whether an indicator is cumulative, a level or a rate. */
export function kindSaid(text: string): Indicator['kind'] | undefined {
  return kinds[foldWords(text)];
}

/** A frequency: 月, 每月, 月度, 月报 alike. */
export function frequencySaid(text: string): Indicator['frequency'] | undefined {
  return frequencies[
    foldWords(text)
      .replace(/^(?:每个?|按)/, '')
      .replace(/(?:度|报|考)$/, '')
  ];
}

/** Who assesses the indicator. */
export function levelSaid(text: string): Indicator['level'] | undefined {
  return levels[foldWords(text)];
}

/** A measure as indicators keep it: `%` for 百分比（%）. */
export function measureSaid(text: string): string {
  const words = text.normalize('NFKC').replace(/[\s\u200b]/gu, '');
  return /^(?:百分比|百分率)?\(?%\)?$|^百分比$/.test(words) ? '%' : words;
}
