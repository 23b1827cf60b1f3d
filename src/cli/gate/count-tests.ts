import { z } from 'zod';

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number().int(),
  numFailedTests: z.number().int(),
});

/** How many checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What vitest's JSON report says. A run that failed without a failed test (a file that does not load) counts as one failure. */
export function countTests(json: string): Tally {
  const { success, numPassedTests, numFailedTests } = reportSchema.parse(JSON.parse(json));
  return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(1, numFailedTests) };
}

/** The last line of the gate. */
export function tallyLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
