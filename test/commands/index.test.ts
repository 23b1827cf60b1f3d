import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'src/commands';
const others = new Set([
  'define-command.ts',
  'index.ts',
  'is-report.ts',
  'receive-file.ts',
  'say-progress.ts',
]);
const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [entry.name] : [],
);
const declaring = files.filter((file) => !others.has(file));

test('there are commands to list', () => {
  expect(declaring.length).toBeGreaterThan(1);
});

test.each(declaring)('src/commands/%s is in the list', (file) => {
  const name = /export const (\w+)(?:: \w+)? = defineCommand\(/.exec(
    readFileSync(`${folder}/${file}`, 'utf8'),
  )?.[1];
  expect(name, `${file} declares nothing with defineCommand`).toBeDefined();
  const list = readFileSync(`${folder}/index.ts`, 'utf8');
  expect(list, `add ${name} from ./${file} to src/commands/index.ts`).toContain(`from './${file}'`);
  expect(list.slice(list.indexOf('readonly')), `add ${name} to the list in src/commands/index.ts`).toMatch(
    new RegExp(`\\b${name}\\b`),
  );
});
