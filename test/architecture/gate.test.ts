import { describe, expect, it } from 'vitest';
import { countTests } from '#src/cli/gate/count-tests.ts';
import { runGate, type Step } from '#src/cli/gate/run-gate.ts';

const steps: readonly Step[] = [
  { name: 'lint', program: 'lint', args: [] },
  { name: 'types', program: 'types', args: [] },
  { name: 'tests', program: 'tests', args: [], report: 'report.json' },
];

const reportOf = (passed: number, failed: number) =>
  JSON.stringify({ success: failed === 0, numPassedTests: passed, numFailedTests: failed });

async function gate(failing: readonly string[], report: string | undefined) {
  const lines: string[] = [];
  const ran: string[] = [];
  let now = 0;
  const passed = await runGate(steps, {
    run: async ({ name }) => {
      ran.push(name);
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
    expect(lines).toEqual(['✓ lint 1.5s', '✓ types 1.5s', '✓ tests 1.5s', '321 passed, 0 failed']);
  });

  it('stops at the first step that fails, shows its output, and counts it as failed', async () => {
    const { passed, lines, ran } = await gate(['lint', 'types'], undefined);
    expect(passed).toBe(false);
    expect(ran).toEqual(['lint']);
    expect(lines).toEqual(['✗ lint 1.5s', 'output of lint', '0 passed, 1 failed']);
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
