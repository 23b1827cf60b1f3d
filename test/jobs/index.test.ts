import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'src/jobs';
const others = new Set(['define-job.ts', 'index.ts', 'scheduler.ts']);
const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [entry.name] : [],
);
const declaring = files.filter((file) => !others.has(file));

test('there are jobs to list', () => {
  expect(declaring.length).toBeGreaterThan(1);
});

test.each(declaring)('src/jobs/%s is in the list', (file) => {
  const name = /export const (\w+)(?:: \w+)? = defineJob\(/.exec(
    readFileSync(`${folder}/${file}`, 'utf8'),
  )?.[1];
  expect(name, `${file} declares nothing with defineJob`).toBeDefined();
  const list = readFileSync(`${folder}/index.ts`, 'utf8');
  expect(list, `add ${name} from ./${file} to src/jobs/index.ts`).toContain(`from './${file}'`);
  expect(list.slice(list.indexOf('readonly')), `add ${name} to the list in src/jobs/index.ts`).toMatch(
    new RegExp(`\\b${name}\\b`),
  );
});
