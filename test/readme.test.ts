import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsSchema } from '#src/config/settings.ts';
import { roleNames } from '#src/domain/people/role.ts';
import { houseFiles } from './architecture/house-files.ts';
import { stepsIn } from './architecture/readme-steps.ts';
import { brief, hear } from './domain/language/demo-language.ts';

const files = ['README.md', 'README.zh-CN.md'] as const;
const [english, chinese] = [readFileSync('README.md', 'utf8'), readFileSync('README.zh-CN.md', 'utf8')];

/** Cells of the table rows of a text, without the lines under heads. */
function rowsIn(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function marked(text: string, name: string): string {
  return text.slice(text.indexOf(`<!-- ${name}:begin -->`), text.indexOf(`<!-- ${name}:end -->`));
}

function readme(...args: readonly string[]) {
  return spawnSync('node', ['--import', 'tsx', 'src/cli/readme.ts', ...args], { encoding: 'utf8' });
}

describe('the tables of the READMEs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    for (const file of files) copyFileSync(file, join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are current (else: npm run readme)', () => {
    const { status, stdout, stderr } = readme('--check');
    expect(stderr + stdout).not.toContain('out of date');
    expect(status).toBe(0);
  });

  it('are found out of date by --check, which writes nothing, and renewed without it', () => {
    const path = join(folder, 'README.md');
    const old = english.replace('`/mine`', '`/my`');
    writeFileSync(path, old);
    const checked = readme('--check', folder);
    expect([checked.status, checked.stdout]).toEqual([1, expect.stringContaining('README.md: out of date')]);
    expect(readFileSync(path, 'utf8')).toBe(old);
    expect(readme(folder).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(english);
  });

  it('have a glossary of one word for one word, all in use, the same in both', () => {
    const [head = [], ...rows] = rowsIn(marked(english, 'glossary'));
    expect(rowsIn(marked(chinese, 'glossary')).slice(1)).toEqual(rows);
    const cells = rows.flat().filter((cell) => cell !== '');
    expect(head.length % 2).toBe(0);
    expect(new Set(cells).size).toBe(cells.length);
    const words = cells.filter((_, index) => index % 2 === 1);
    expect(words).toEqual(expect.arrayContaining(Object.values(roleNames)));
    const house = houseFiles('src', 'cards').filter(({ path }) => path !== 'src/cli/readme.ts');
    const used = house.map(({ text }) => text).join('\n');
    expect(words.filter((word) => !used.includes(word))).toEqual([]);
  });
});

/** Paths named in a text: those in code or links that begin like one of ours. `<name>`, `*` and what only exists at run time do not count. */
function pathsIn(text: string): string[] {
  const words = text.match(/[\w./<>*-]+/g) ?? [];
  const named = words.map((word) => word.replace(/[.]$/, '')).filter((word) => !/[<>*]/.test(word));
  const root = /^(?:README[\w.-]*\.md|\.env\.example)$/;
  return named.filter((word) => /^(?:src|cards|test|data)\/\S/.test(word) || root.test(word));
}

describe.each([
  [files[0], english],
  [files[1], chinese],
])('%s', (_, text) => {
  it('is shorter than 200 lines', () => {
    expect(text.split('\n').length).toBeLessThan(200);
  });

  it('names only files that exist', () => {
    const paths = pathsIn(text).filter((path) => path !== settingsSchema.shape.DATA_DIR.parse(undefined));
    expect(paths.length).toBeGreaterThan(12);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names only scripts that exist', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const named = [...text.matchAll(/\bnpm (?:run )?(?:-s )?([a-z]+(?::[a-z]+)*)/g)].map(
      ([, name = '']) => name,
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test']));
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
  });

  it('explains every setting, with the default of .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const settings = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
      name: `\`${name}\``,
      value: value === '' ? '' : `\`${value}\``,
    }));
    expect(settings.map(({ name }) => name)).toEqual(
      Object.keys(settingsSchema.shape).map((name) => `\`${name}\``),
    );
    const rows = rowsIn(text).filter(([name]) => settings.some((setting) => setting.name === name));
    expect(rows.map(([name, value]) => ({ name, value }))).toEqual(settings);
    expect(rows.every(([, , what = '']) => what.length > 3)).toBe(true);
  });

  it('says sentences that are understood', () => {
    const [, after = ''] = text.split('<!-- commands:end -->');
    const sentences = [...(after.split('\n## ')[0] ?? '').matchAll(/^- `([^`]+)`/gm)].map(
      ([, said = '']) => said,
    );
    expect(sentences.map((said) => brief(hear(said, 'U06', '2026-11-06')))).toEqual([
      'XM-10 2026-10 84.3',
      'MS-09 2026-10 99.2',
      'JJ-03 2026-10 165.2; JJ-04 2026-10 5.7',
    ]);
  });
});

describe('src/README.md', () => {
  it('names only files that exist, or that its own steps make', () => {
    const text = readFileSync('src/README.md', 'utf8');
    const made = new Set(stepsIn(text).map(({ path }) => path));
    const paths = pathsIn(text.replace(/^```[\s\S]*?^```$/gm, ''));
    expect(paths.length).toBeGreaterThan(25);
    expect(paths.filter((path) => !made.has(path) && !existsSync(path))).toEqual([]);
  });
});

describe('both READMEs', () => {
  it('have the same sections, steps, examples and pictures', () => {
    const shape = (text: string) => ({
      sections: text.match(/^#{1,3} /gm)?.length,
      steps: text.match(/^\d+\. /gm)?.join(''),
      items: text.match(/^- /gm)?.length,
      rows: rowsIn(text).length,
      pictures: text.match(/src="[^"]+"/g),
      paths: [...new Set(pathsIn(text))].filter((path) => !path.startsWith('README')).sort(),
    });
    expect(shape(chinese)).toEqual(shape(english));
  });
});
