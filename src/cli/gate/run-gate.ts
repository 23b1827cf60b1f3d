import { countTests, type Tally, tallyLine } from './count-tests.ts';

/** A step of the gate: a program of `node_modules` with its arguments. */
export interface Step {
  readonly name: string;
  /** Path of the program below `node_modules`. */
  readonly program: string;
  readonly args: readonly string[];
  /** Where the step writes vitest's JSON report, if it runs the tests; its output is then shown as it comes. */
  readonly report?: string;
}

/** How steps are run and read; the real ones are in `check.ts`. */
export interface GateDeps {
  /** Runs a program; its output is returned, or shown at once where the step has a report. */
  readonly run: (step: Step) => Promise<{ readonly ok: boolean; readonly output: string }>;
  /** A file's text, undefined when it does not exist. */
  readonly read: (path: string) => string | undefined;
  readonly nowMs: () => number;
  readonly tell: (line: string) => void;
}

function tallyOf(step: Step, ok: boolean, read: GateDeps['read']): Tally {
  const report = step.report === undefined ? undefined : read(step.report);
  const missing = step.report !== undefined && report === undefined;
  if (report === undefined) return { passed: 0, failed: ok && !missing ? 0 : 1 };
  const { passed, failed } = countTests(report);
  return { passed, failed: ok ? failed : Math.max(1, failed) };
}

async function runStep(step: Step, deps: GateDeps): Promise<Tally & { readonly output: string }> {
  const started = deps.nowMs();
  const { ok, output } = await deps.run(step);
  const seconds = ((deps.nowMs() - started) / 1000).toFixed(1);
  deps.tell(`${ok ? '✓' : '✗'} ${step.name} ${seconds}s`);
  return { ...tallyOf(step, ok, deps.read), output };
}

/** Runs the stages one after another, the steps of each side by side, stops behind the first that fails, and ends with `N passed, N failed`; true when all passed. */
export async function runGate(stages: readonly (readonly Step[])[], deps: GateDeps): Promise<boolean> {
  let total: Tally = { passed: 0, failed: 0 };
  for (const steps of stages) {
    const ended = await Promise.all(steps.map((step) => runStep(step, deps)));
    for (const { passed, failed, output } of ended) {
      total = { passed: total.passed + passed, failed: total.failed + failed };
      if (failed > 0) deps.tell(output);
    }
    if (total.failed > 0) break;
  }
  deps.tell(tallyLine(total));
  return total.failed === 0;
}
