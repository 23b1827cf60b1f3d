import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { followStep, stepsIn } from './readme-steps.ts';

const steps = stepsIn(readFileSync('src/README.md', 'utf8'));
const copied = ['src', 'cards', 'data/seed', 'data/demo', 'test', 'package.json', 'tsconfig.json'];
const more = ['vitest.config.ts', 'biome.json', '.gitignore', 'README.md', 'README.zh-CN.md'];

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'house-'));
  for (const path of [...copied, ...more]) {
    cpSync(path, join(copy, path), { recursive: true, filter: (from) => !from.includes('.output') });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  for (const step of steps) {
    const path = join(copy, step.path);
    writeFileSync(path, followStep(step, existsSync(path) ? readFileSync(path, 'utf8') : undefined));
  }
});
afterAll(() => rmSync(copy, { recursive: true }));

/** Runs a program of `node_modules` in the copy; its output where it failed, nothing where all is well. */
function failureOf(program: string, ...args: readonly string[]): string {
  const ran = spawnSync('node', [`node_modules/${program}`, ...args], { cwd: copy, encoding: 'utf8' });
  return ran.status === 0 ? '' : `${ran.error ?? ''}${ran.stdout}${ran.stderr}`;
}

describe('whoever follows the steps of src/README.md gets a command, a card, a button, a job and a rule', () => {
  it('of which every step was taken', () => {
    const files = steps.filter(({ kind }) => kind === 'file').map(({ path }) => path);
    for (const folder of ['cards/', 'src/commands/', 'src/operations/', 'src/actions/', 'src/jobs/']) {
      expect(files.some((path) => path.startsWith(folder))).toBe(true);
    }
    expect(steps.some(({ path }) => path === 'src/domain/assessment/scoring/factor-of.ts')).toBe(true);
  });

  it('that are formatted and keep the lint rules', () => {
    const touched = [...new Set(steps.map(({ path }) => path))];
    expect(failureOf('@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', ...touched)).toBe('');
  });

  it('that the compiler accepts', () => {
    // The product whole, and of the tests those that were touched: the others cannot have changed.
    const include = [
      'src',
      'cards',
      ...steps.map(({ path }) => path).filter((path) => path.startsWith('test/')),
    ];
    writeFileSync(join(copy, 'tsconfig.steps.json'), JSON.stringify({ extends: './tsconfig.json', include }));
    expect(failureOf('typescript/bin/tsc', '-p', 'tsconfig.steps.json')).toBe('');
  }, 120_000);

  it('that work: said, pressed, listed, checked as cards, scored as the oracle scores', () => {
    const lists = ['test/commands/index.test.ts', 'test/actions/index.test.ts', 'test/jobs/index.test.ts'];
    const works = ['test/scenarios/due.test.ts', 'test/cards/samples.test.ts'];
    const rule = [
      'test/domain/assessment/scoring/rules.test.ts',
      'test/domain/assessment/scoring/score-against-oracle.test.ts',
    ];
    expect(failureOf('vitest/vitest.mjs', 'run', ...lists, ...works, ...rule)).toBe('');
  }, 180_000);
});

describe('a step', () => {
  const step = { path: 'x.ts', kind: 'change', lines: [' a', '-b', '+c'] } as const;

  test('is taken where its lines stand', () => {
    expect(followStep(step, 'a\nb\nd\n')).toBe('a\nc\nd\n');
  });

  test.each(['a\nd\n', 'a\nb\na\nb\n', undefined])(
    'is refused where they do not stand exactly once: %j',
    (before) => {
      expect(() => followStep(step, before)).toThrow(/found/);
    },
  );

  test('never overwrites a file that it calls new', () => {
    expect(() => followStep({ ...step, kind: 'file' }, 'a\n')).toThrow('exists');
  });
});
