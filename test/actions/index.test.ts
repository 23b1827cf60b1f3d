import { expect, test } from 'vitest';
import { houseFiles } from '../architecture/house-files.ts';

const folder = 'src/actions/';
const list = houseFiles(folder).find(({ path }) => path === `${folder}index.ts`)?.text ?? '';
/** Files beside them hold what several actions of a subject need. */
const declaring = houseFiles(folder).filter(
  ({ path, text }) => /= defineAction\(/.test(text) && !path.endsWith('define-action.ts'),
);

test('there are actions to list', () => {
  expect(declaring.length).toBeGreaterThan(1);
});

test.each(declaring)('$path is in the list', ({ path, text }) => {
  const file = `./${path.slice(folder.length)}`;
  const name = /export const (\w+)(?:: \w+)? = defineAction\(/.exec(text)?.[1];
  expect(name, `${path} exports nothing declared with defineAction`).toBeDefined();
  expect(list, `add ${name} from ${file} to src/actions/index.ts`).toContain(`from '${file}'`);
  expect(list.slice(list.indexOf('readonly')), `add ${name} to the list in src/actions/index.ts`).toMatch(
    new RegExp(`\\b${name}\\b`),
  );
});
