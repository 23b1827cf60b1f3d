import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';

/** What dependency-cruiser saw: module paths, and violations as `from → to (rule)`. */
export interface Cruise {
  readonly modules: readonly string[];
  readonly violations: readonly string[];
}

const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const args = ['src', 'cards', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];

/** Runs dependency-cruiser as the gate does, in a folder that looks like the repository. */
export async function cruise(folder: string): Promise<Cruise> {
  const run = promisify(execFile)(process.execPath, [program, ...args], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  // With violations it exits with their number, and says the same on standard output.
  const { stdout } = await run.catch((failure: { stdout: string }) => failure);
  const { modules, summary }: ICruiseResult = JSON.parse(stdout);
  return {
    modules: modules.map(({ source }) => source),
    violations: summary.violations.map(({ from, to, rule }) => `${from} → ${to} (${rule.name})`),
  };
}
