import { expect, it } from 'vitest';
import type { Rule } from '#src/domain/assessment/records/rule.ts';
import { tableOf } from '../small-book.ts';

const byCompletion: Rule = { type: 'rank', step: '0.1', floor: '0', of: 'completion' };
const steps: Rule = { type: 'steps', steps: [{ from: '5', f: '1' }] };

it('a target of 0 that slipped past the checks is named where another unit compares completion', () => {
  const small = {
    assignments: [
      { unit: 'U01', rule: byCompletion },
      { unit: 'U02', rule: steps, annual_target: '0' },
    ],
    reports: [
      { unit: 'U01', value: '8' },
      { unit: 'U02', value: '9' },
    ],
  };
  expect(() => tableOf(small)).toThrow(new RangeError('U02:AA-01: the target is 0'));
});
