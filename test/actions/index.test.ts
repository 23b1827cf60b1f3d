import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'src/actions';
const others = new Set(['define-action.ts', 'index.ts']);
const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [entry.name] : [],
);
const declaring = files.filter((file) => !others.has(file));

test('there are actions to list', () => {
  expect(declaring.length).toBeGreaterThan(1);
});

test.each(declaring)('src/actions/%s is in the list', (file) => {
  const name = /export const (\w+)(?:: \w+)? = defineAction\(/.exec(
    readFileSync(`${folder}/${file}`, 'utf8'),
  )?.[1];
  expect(name, `${file} declares nothing with defineAction`).toBeDefined();
  const list = readFileSync(`${folder}/index.ts`, 'utf8');
  expect(list, `add ${name} from ./${file} to src/actions/index.ts`).toContain(`from './${file}'`);
  expect(list.slice(list.indexOf('readonly')), `add ${name} to the list in src/actions/index.ts`).toMatch(
    new RegExp(`\\b${name}\\b`),
  );
});
