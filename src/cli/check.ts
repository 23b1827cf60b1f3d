import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runGate, type Step } from './gate/run-gate.ts';

// The one gate: `npm run check`, which is also `npm test`.

const report = 'test/.output/vitest.json';
const looks: readonly Step[] = [
  { name: 'biome', program: '@biomejs/biome/bin/biome', args: ['check', '--max-diagnostics=50'] },
  { name: 'tsc', program: 'typescript/bin/tsc', args: ['-p', '.'] },
  {
    name: 'depcruise',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['src', 'cards', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'knip', program: 'knip/bin/knip.js', args: [] },
];

const tests: Step = {
  name: 'vitest',
  program: 'vitest/vitest.mjs',
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  report,
};

function run(step: Step): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const shown = step.report !== undefined;
    const child = spawn(process.execPath, [join('node_modules', step.program), ...step.args], {
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    });
    const pieces: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(pieces).toString() }));
  });
}

mkdirSync(dirname(report), { recursive: true });
// A report of an earlier run must not be taken for this one's.
rmSync(report, { force: true });
const passed = await runGate([looks, [tests]], {
  run,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  nowMs: () => Date.now(),
  tell: (line) => process.stdout.write(`${line}\n`),
});
process.exitCode = passed ? 0 : 1;
