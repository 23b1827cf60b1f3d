import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

const comparedBy = z.enum(['value', 'completion']).default('value');

/** The rules that stand alone; parameters that are absent take the defaults of domain §4. */
const simpleRuleSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('completion'),
    cap: decimalSchema.default('1'),
    floor: decimalSchema.default('0'),
  }),
  z.object({ type: z.literal('interval'), zeroAt: decimalSchema, fullAt: decimalSchema }),
  z.object({ type: z.literal('efficacy'), base: decimalSchema.default('0.6'), of: comparedBy }),
  z.object({
    type: z.literal('rank'),
    step: decimalSchema,
    floor: decimalSchema.default('0'),
    of: comparedBy,
  }),
  z.object({
    type: z.literal('steps'),
    steps: z.array(z.object({ from: decimalSchema, f: decimalSchema })).min(1),
  }),
  z.object({
    type: z.literal('growth'),
    against: z.enum(['nation', 'province', 'city']),
    base: decimalSchema.default('0.8'),
    perPoint: decimalSchema,
  }),
]);

/** A rule that stands alone. */
export type SimpleRule = z.infer<typeof simpleRuleSchema>;

interface BlendPart {
  share: string;
  rule: Rule;
}

/** A scoring rule (赋分规则) of domain §4. */
export type Rule = SimpleRule | { type: 'blend'; parts: BlendPart[] };

/** Any rule, blends of blends included. */
export const ruleSchema: z.ZodType<Rule, unknown> = z.lazy(() =>
  z.union([
    simpleRuleSchema,
    z.object({
      type: z.literal('blend'),
      parts: z.array(z.object({ share: decimalSchema, rule: ruleSchema })).min(1),
    }),
  ]),
);
