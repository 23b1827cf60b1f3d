import { describe, expect, it } from 'vitest';
import { countTests } from '#src/cli/gate/count-tests.ts';
import { runGate, type Step } from '#src/cli/gate/run-gate.ts';

const stages: readonly (readonly Step[])[] = [
  [
    { name: 'lint', program: 'lint', args: [] },
    { name: 'types', program: 'types', args: [] },
  ],
  [{ name: 'tests', program: 'tests', args: [], report: 'report.json' }],
];

const reportOf = (passed: number, failed: number) =>
  JSON.stringify({ success: failed === 0, numPassedTests: passed, numFailedTests: failed });

async function gate(failing: readonly string[], report: string | undefined) {
  const lines: string[] = [];
  const ran: string[] = [];
  let now = 0;
  const passed = await runGate(stages, {
    run: async ({ name }) => {
      ran.push(name);
      await Promise.resolve();
      now += 1500;
      return { ok: !failing.includes(name), output: `output of ${name}` };
    },
    read: () => report,
    nowMs: () => now,
    tell: (line) => lines.push(line),
  });
  return { passed, lines, ran };
}

describe('the gate', () => {
  it('runs every step, times it, and ends with the tests’ count', async () => {
    const { passed, lines } = await gate([], reportOf(321, 0));
    expect(passed).toBe(true);
    expect(lines).toEqual(['✓ lint 3.0s', '✓ types 3.0s', '✓ tests 1.5s', '321 passed, 0 failed']);
  });

  it('stops behind a stage that fails, shows what each failing step said, and counts it', async () => {
    const { passed, lines, ran } = await gate(['types'], undefined);
    expect(passed).toBe(false);
    expect(ran).toEqual(['lint', 'types']);
    expect(lines).toEqual(['✓ lint 3.0s', '✗ types 3.0s', 'output of types', '0 passed, 1 failed']);
    expect((await gate(['lint', 'types'], undefined)).lines.slice(2)).toEqual([
      'output of lint',
      'output of types',
      '0 passed, 2 failed',
    ]);
  });

  it('says how many tests failed', async () => {
    const { passed, lines } = await gate(['tests'], reportOf(10, 3));
    expect(passed).toBe(false);
    expect(lines.at(-1)).toBe('10 passed, 3 failed');
  });

  it('fails when the tests end badly though each one passed, or leave no report', async () => {
    expect((await gate(['tests'], reportOf(10, 0))).lines.at(-1)).toBe('10 passed, 1 failed');
    expect((await gate([], undefined)).lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('counts a test file that does not load as a failure', () => {
    const report = JSON.stringify({ success: false, numPassedTests: 5, numFailedTests: 0 });
    expect(countTests(report)).toEqual({ passed: 5, failed: 1 });
  });
});
