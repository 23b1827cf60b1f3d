import { divide, type Rational, rational, toDecimal } from '../../../shared/rational.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import { type Rule, ruleSchema } from '../../assessment/records/rule.ts';
import { foldWords } from '../cells/cell-text.ts';

/** Decimals have 20 places at most. */
const places = 20;
const against: Readonly<Record<string, 'nation' | 'province' | 'city'>> = {
  全国: 'nation',
  全省: 'province',
  省: 'province',
  全市: 'city',
  市: 'city',
};

type Parameters = ReadonlyMap<string, string>;
type Named = readonly [name: string, pattern: RegExp];

const number = '(-?\\d+(?:\\.\\d+)?)';
const named = (name: string, words: string): Named => [name, new RegExp(`^(?:${words})[:=为]?${number}$`)];
const of: Named = ['of', /^按(完成率)(?:比较|排名)?$/];

/** A rule's parameters by their words; each may stand once. */
const simple: Readonly<Record<string, { readonly type: string; readonly parameters: readonly Named[] }>> = {
  目标完成率: { type: 'completion', parameters: [named('cap', '上限'), named('floor', '下限|保底')] },
  区间赋分: { type: 'interval', parameters: [named('zeroAt', '0分值|零分值'), named('fullAt', '满分值')] },
  功效系数: { type: 'efficacy', parameters: [named('base', '基准|基础分?'), of] },
  名次赋分: {
    type: 'rank',
    parameters: [
      ['step', new RegExp(`^每(?:降|下降|后退)(?:1|一)位扣${number}分?$`)],
      named('floor', '保底|下限'),
      of,
    ],
  },
  增幅比较: {
    type: 'growth',
    parameters: [
      ['against', /^(?:与|和)(全国|全省|全市|省|市)(?:平均)?(?:相?比|比较)$/],
      named('base', '基准|基础'),
      ['perPoint', new RegExp(`^每(?:1|一)个?百分点(?:加|得)?${number}分?$`)],
    ],
  },
};

/** Parts at the top level of brackets. */
function split(text: string, separators: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0 && separators.includes(char)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.filter((part) => part !== '');
}

function readParameters(parts: readonly string[], known: readonly Named[]): Parameters | undefined {
  const read = new Map<string, string>();
  for (const part of parts) {
    const hit = known.flatMap(([name, pattern]) => {
      const value = pattern.exec(part)?.[1];
      return value === undefined ? [] : [[name, value] as const];
    })[0];
    if (!hit || read.has(hit[0])) return undefined;
    read.set(hit[0], hit[1]);
  }
  return read;
}

function simpleRule(name: string, inside: string): unknown {
  const known = simple[name];
  const parameters = known && readParameters(split(inside, ',;、'), known.parameters);
  if (!known || !parameters) return undefined;
  const rule: Record<string, string> = { type: known.type, ...Object.fromEntries(parameters) };
  if (rule.of !== undefined) rule.of = 'completion';
  if (rule.against !== undefined) rule.against = against[rule.against] ?? rule.against;
  return rule;
}

const stepPattern = /^(≥|≤|>=|<=)(-?\d+(?:\.\d+)?)(?:得)(\d+(?:\.\d+)?)(?:分)?$/;

function stepsRule(inside: string, direction: Indicator['direction']): unknown {
  const steps = split(inside, ';,').map((part) => stepPattern.exec(part));
  const right = direction === 'higher' ? /^[≥>]/ : /^[≤<]/;
  if (!steps.every((step) => step !== null && right.test(step[1] ?? ''))) return undefined;
  return { type: 'steps', steps: steps.map((step) => ({ from: step?.[2], f: step?.[3] })) };
}

function shareOf(text: string): Rational | undefined {
  const match = /^(\d+(?:\.\d+)?)(%?)[×*x·]$/.exec(text);
  if (!match) return undefined;
  const share = rational(match[1] ?? '0');
  return match[2] === '%' ? divide(share, rational(100)) : share;
}

function blendRule(inside: string, direction: Indicator['direction']): unknown {
  const parts = split(inside, '+;').map((part) => {
    const [, share = '', rule = ''] = /^([\d.]+%?[×*x·])(.+)$/.exec(part) ?? [];
    const read = shareOf(share);
    return read && { share: toDecimal(read, places), rule: readAny(rule, direction) };
  });
  return parts.every((part) => part?.rule !== undefined) ? { type: 'blend', parts } : undefined;
}

function readAny(text: string, direction: Indicator['direction']): unknown {
  const [, name = '', inside = ''] = /^([^()]+?)(?:\((.*)\))?$/.exec(text) ?? [];
  if (name === '综合赋分') return blendRule(inside, direction);
  if (name === '分档赋分') return stepsRule(inside, direction);
  return simpleRule(name, inside);
}

/**
 * Reads a rule from the words offices write it in (dataset README, Rules are written as; the contrary of `ruleWords`), brackets, commas
 * and signs in any width; undefined when any part of it is not understood.
 */
export function readRule(text: string, direction: Indicator['direction']): Rule | undefined {
  const parsed = ruleSchema.safeParse(readAny(foldWords(text).replace(/＋/g, '+'), direction));
  return parsed.success ? parsed.data : undefined;
}
