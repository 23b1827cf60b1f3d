import type { Rule } from '#src/domain/assessment/records/rule.ts';
import { chance, type Draw, pick, whole } from './random-draw.ts';

const compared = ['value', 'completion'] as const;

function simpleRule(g: Draw): Rule {
  const zeroAt = whole(g, -3, 10);
  const makers: readonly (() => Rule)[] = [
    () => ({ type: 'completion', cap: pick(g, ['1', '1.1', '2']), floor: pick(g, ['0', '0.3', '-1']) }),
    () => ({
      type: 'interval',
      zeroAt: `${zeroAt}`,
      fullAt: `${zeroAt + pick(g, [-7, -3, 1, 3, 9])}`,
    }),
    () => ({ type: 'efficacy', base: pick(g, ['0.6', '0', '0.75']), of: pick(g, compared) }),
    () => ({
      type: 'rank',
      step: pick(g, ['0.05', '0.3', '0.0333']),
      floor: pick(g, ['0', '0.5']),
      of: pick(g, compared),
    }),
    () => ({
      type: 'steps',
      steps: [...new Set(Array.from({ length: whole(g, 1, 4) }, () => whole(g, -2, 12)))].map((from) => ({
        from: `${from}`,
        f: pick(g, ['1', '0.85', '0.6', '0.33']),
      })),
    }),
    () => ({
      type: 'growth',
      against: pick(g, ['nation', 'province', 'city'] as const),
      base: pick(g, ['0.8', '0.5']),
      perPoint: pick(g, ['0.05', '0.1', '0.07']),
    }),
  ];
  return pick(g, makers)();
}

const shareSets = [['1'], ['0.6', '0.4'], ['0.5', '0.3', '0.2'], ['0.3333', '0.6667']] as const;

/** Any of the seven rules, blends nested up to `depth`. */
export function anyRule(g: Draw, depth: number): Rule {
  if (depth === 0 || chance(g, 65)) return simpleRule(g);
  const parts = pick(g, shareSets).map((share) => ({ share, rule: anyRule(g, depth - 1) }));
  return { type: 'blend', parts };
}
