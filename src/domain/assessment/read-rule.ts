import { divide, rational, toDecimal } from '../../shared/rational.ts';
import type { Indicator } from './indicator.ts';
import { type Rule, ruleSchema } from './rule.ts';

const number = '(-?\\d{1,20}(?:\\.\\d{1,20})?)';
const whole = (pattern: string) => new RegExp(`^${pattern}$`);
const againstOf: Readonly<Record<string, 'nation' | 'province' | 'city'>> = {
  全国: 'nation',
  全省: 'province',
  全市: 'city',
};

/** A parameter's words → the rule's field; the first group is its value, or what `value` makes of it. */
interface Parameter {
  readonly pattern: RegExp;
  readonly field: string;
  readonly value?: (text: string) => string | undefined;
}

const parameter = (words: string, field: string): Parameter => ({
  pattern: whole(`${words}${number}`),
  field,
});
const byCompletion: Parameter = { pattern: /^(按完成率)$/, field: 'of', value: () => 'completion' };
const against: Parameter = { pattern: /^与(.{2})比$/, field: 'against', value: (text) => againstOf[text] };

const simple: Readonly<Record<string, { type: Rule['type']; parameters: readonly Parameter[] }>> = {
  目标完成率: { type: 'completion', parameters: [parameter('上限', 'cap'), parameter('下限', 'floor')] },
  区间赋分: { type: 'interval', parameters: [parameter('0分值', 'zeroAt'), parameter('满分值', 'fullAt')] },
  功效系数: { type: 'efficacy', parameters: [byCompletion, parameter('基准', 'base')] },
  名次赋分: {
    type: 'rank',
    parameters: [byCompletion, parameter('每降1位扣', 'step'), parameter('保底', 'floor')],
  },
  增幅比较: {
    type: 'growth',
    parameters: [against, parameter('基准', 'base'), parameter('每1个百分点', 'perPoint')],
  },
};

/**
 * Reads a rule as the office writes it, the inverse of `ruleWords`: `名次赋分（按完成率，每降1位扣0.05）`; brackets, commas, semicolons and
 * plus signs in either width. Undefined when it is none, and where the thresholds of 分档赋分 point the wrong way for the indicator.
 */
export function readRule(text: string, direction: Indicator['direction']): Rule | undefined {
  const bare = text.normalize('NFKC').replace(/\s/g, '');
  return readBare(bare, direction);
}

function readBare(bare: string, direction: Indicator['direction']): Rule | undefined {
  const [, name = '', inner = ''] = /^([^()]+)(?:\((.*)\))?$/.exec(bare) ?? [];
  const known = simple[name];
  const read = known
    ? readSimple(known, inner)
    : name === '分档赋分'
      ? { type: 'steps', steps: readSteps(inner, direction) }
      : name === '综合赋分'
        ? { type: 'blend', parts: readParts(inner, direction) }
        : undefined;
  const rule = ruleSchema.safeParse(read);
  return rule.success ? rule.data : undefined;
}

function readSimple({ type, parameters }: (typeof simple)[string], inner: string) {
  const said = inner === '' ? [] : inner.split(/[,;、]/);
  const fields = said.map((part): [string, string | undefined] => {
    for (const { pattern, field, value } of parameters) {
      const [, text] = pattern.exec(part) ?? [];
      if (text !== undefined) return [field, value ? value(text) : text];
    }
    return ['', undefined];
  });
  const isRead = fields.every(([, value]) => value !== undefined);
  const isOnce = new Set(fields.map(([field]) => field)).size === fields.length;
  return isRead && isOnce ? { type, ...Object.fromEntries(fields) } : undefined;
}

function readSteps(inner: string, direction: Indicator['direction']) {
  const sign = direction === 'higher' ? '(?:≥|>=)' : '(?:≤|<=)';
  const pattern = whole(`${sign}${number}得${number}`);
  const steps = inner.split(/[;,、]/).map((part) => pattern.exec(part));
  if (steps.some((step) => step === null)) return undefined;
  return steps.map((step) => ({ from: step?.[1], f: step?.[2] }));
}

function readParts(inner: string, direction: Indicator['direction']) {
  return outside(inner, '+').map((part) => {
    const [, percent, rule = ''] = /^(\d{1,3}(?:\.\d{1,18})?)%[×xX*](.+)$/.exec(part) ?? [];
    if (percent === undefined) return undefined;
    return {
      share: toDecimal(divide(rational(percent), rational(100n)), 20),
      rule: readBare(rule, direction),
    };
  });
}

/** Splits at a sign that stands in no bracket. */
function outside(text: string, sign: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
