import { compare, multiply, rational, toDecimal } from '../../../shared/rational.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Rule, SimpleRule } from '../records/rule.ts';

const againstNames = { nation: '全国', province: '全省', city: '全市' };
const hundred = rational(100n);
/** Stored decimals have 20 places at most, shares as percentages no more. */
const places = 20;

/** A rule as the office writes it (dataset README, Rules are written as), e.g. `目标完成率（上限1.1）`; defaults are not said. */
export function ruleWords(rule: Rule, direction: Indicator['direction']): string {
  if (rule.type !== 'blend') return simpleWords(rule, direction);
  const parts = rule.parts.map(
    (part) =>
      `${toDecimal(multiply(rational(part.share), hundred), places)}%×${ruleWords(part.rule, direction)}`,
  );
  return `综合赋分（${parts.join('＋')}）`;
}

function simpleWords(rule: SimpleRule, direction: Indicator['direction']): string {
  switch (rule.type) {
    case 'completion':
      return said('目标完成率', [unless('1', '上限', rule.cap), unless('0', '下限', rule.floor)]);
    case 'interval':
      return said('区间赋分', [`0分值${plain(rule.zeroAt)}`, `满分值${plain(rule.fullAt)}`]);
    case 'efficacy':
      return said('功效系数', [ofWords(rule.of), unless('0.6', '基准', rule.base)]);
    case 'rank':
      return said('名次赋分', [
        ofWords(rule.of),
        `每降1位扣${plain(rule.step)}`,
        unless('0', '保底', rule.floor),
      ]);
    case 'steps':
      return `分档赋分（${stepWords(rule.steps, direction)}）`;
    case 'growth':
      return said('增幅比较', [
        `与${againstNames[rule.against]}比`,
        unless('0.8', '基准', rule.base),
        `每1个百分点${plain(rule.perPoint)}`,
      ]);
  }
}

/** The hardest threshold first. */
function stepWords(steps: readonly { from: string; f: string }[], direction: Indicator['direction']): string {
  const sign = direction === 'higher' ? -1 : 1;
  return [...steps]
    .sort((a, b) => sign * compare(rational(a.from), rational(b.from)))
    .map((step) => `${direction === 'higher' ? '≥' : '≤'}${plain(step.from)}得${plain(step.f)}`)
    .join('；');
}

function said(name: string, parameters: readonly string[]): string {
  const words = parameters.filter((text) => text !== '').join('，');
  return words === '' ? name : `${name}（${words}）`;
}

function ofWords(of: 'value' | 'completion'): string {
  return of === 'completion' ? '按完成率' : '';
}

function unless(standard: string, name: string, value: string): string {
  return compare(rational(value), rational(standard)) === 0 ? '' : `${name}${plain(value)}`;
}

function plain(decimal: string): string {
  return toDecimal(rational(decimal), places);
}
