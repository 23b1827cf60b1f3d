import type { Rule, SimpleRule } from '../records/rule.ts';

/** The rules that stand alone within a rule: itself, or those inside a blend and its blends. */
export function simpleRulesOf(rule: Rule): readonly SimpleRule[] {
  return rule.type === 'blend' ? rule.parts.flatMap((part) => simpleRulesOf(part.rule)) : [rule];
}
