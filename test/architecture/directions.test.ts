import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cruise, cruise } from './cruise.ts';
import { houseFiles } from './house-files.ts';

describe('the directions of the house (design §3)', () => {
  let found: Cruise;
  beforeAll(async () => {
    found = await cruise('.');
  });

  it('are kept by every import', () => {
    expect(found.violations).toEqual([]);
  });

  it('were checked in every module', () => {
    const page = join('src', 'emulator', 'page');
    const paths = houseFiles('src', 'cards')
      .map(({ path }) => path)
      .filter((path) => !path.startsWith(page));
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter((path) => !found.modules.includes(path))).toEqual([]);
  });
});

/** A small wrong house: file → what it holds, and the rule that must notice. */
const wrong: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['src/shared/a.ts', "import '../domain/rules.ts';", 'shared-direction'],
  ['src/domain/a.ts', "import '../store/port.ts';", 'domain-direction'],
  ['src/domain/b.ts', "import 'node:fs';", 'domain-pure'],
  ['cards/a.ts', "import '#src/store/port.ts';", 'cards-direction'],
  ['src/authorize/a.ts', "import '../store/port.ts';", 'authorize-direction'],
  ['src/documents/a.ts', "import '../operations/do-it.ts';", 'documents-direction'],
  ['src/store/json-file/a.ts', "import '../../feishu/feishu.ts';", 'store-direction'],
  ['src/config/a.ts', "import '../store/port.ts';", 'config-direction'],
  ['src/feishu/a.ts', "import '../domain/rules.ts';", 'feishu-direction'],
  ['src/operations/a.ts', "import '#cards/kit/card.ts';", 'operations-direction'],
  ['src/operations/b.ts', "import '../store/json-file/adapter.ts';", 'operations-direction'],
  ['src/reply/a.ts', "import '../domain/rules.ts';", 'reply-direction'],
  ['src/reply/b.ts', "import '#cards/shown.ts';", 'reply-direction'],
  ['src/context.ts', "import './operations/do-it.ts';", 'context-direction'],
  ['src/commands/a.ts', "import '../actions/press.ts';", 'commands-direction'],
  ['src/commands/b.ts', "import { reply } from '../reply/reply.ts'; reply();", 'commands-types-only-0'],
  ['src/actions/a.ts', "import { port } from '../store/port.ts'; port();", 'actions-types-only-1'],
  ['src/actions/b.ts', "import { feishu } from '../feishu/feishu.ts'; feishu();", 'actions-types-only-2'],
  ['src/jobs/a.ts', "import '../commands/say.ts';", 'jobs-direction'],
  ['src/web/a.ts', "import '../webhook/receive.ts';", 'web-direction'],
  ['src/monitoring/a.ts', "import '../operations/do-it.ts';", 'monitoring-direction'],
  ['src/monitoring/b.ts', "import 'prom-client';", 'metrics-only'],
  [
    'src/parse/a.ts',
    "import type { port } from '../store/port.ts'; export type A = typeof port;",
    'parse-direction',
  ],
  ['src/webhook/a.ts', "import '../domain/rules.ts';", 'webhook-direction'],
  ['src/emulator/a.ts', "import '#cards/kit/card.ts';", 'emulator-direction'],
  ['src/operations/c.ts', "import '../main.ts';", 'operations-direction'],
  ['src/store/b.ts', "import 'lowdb';", 'lowdb-only'],
  ['src/reply/c.ts', "import '@larksuiteoapi/node-sdk';", 'sdk-only'],
  ['src/pipeline.ts', "import 'express';", 'express-only'],
  ['src/operations/d.ts', "import './nowhere.ts';", 'not-to-unresolvable'],
  ['src/domain/one.ts', "import './two.ts';", 'no-circular'],
  ['src/cli/a.ts', "import '../../test/support.ts';", 'not-to-test'],
];

const right: readonly (readonly [path: string, text: string])[] = [
  ['src/domain/rules.ts', 'export const rules = 1;'],
  // The other half of the cycle, which is told of its first half.
  ['src/domain/two.ts', "import './one.ts';"],
  ['src/store/port.ts', 'export const port = () => 1;'],
  ['src/store/json-file/adapter.ts', "import 'lowdb'; import '../port.ts';"],
  ['src/feishu/feishu.ts', "import '@larksuiteoapi/node-sdk'; export const feishu = () => 1;"],
  ['src/operations/do-it.ts', "import '../store/port.ts'; import '../domain/rules.ts';"],
  ['src/actions/press.ts', "import type { port } from '../store/port.ts'; export type P = typeof port;"],
  [
    'src/commands/say.ts',
    "import '#cards/shown.ts'; import type { reply } from '../reply/reply.ts'; export type R = typeof reply;",
  ],
  ['src/webhook/receive.ts', "import 'express'; import '../feishu/feishu.ts';"],
  ['src/reply/reply.ts', "import '#cards/kit/card.ts'; export const reply = () => 1;"],
  ['src/main.ts', "import './commands/say.ts'; import './store/json-file/adapter.ts';"],
  ['cards/kit/card.ts', 'export const card = 1;'],
  ['cards/shown.ts', "import './kit/card.ts'; import '#src/domain/rules.ts';"],
  ['test/support.ts', 'export const support = 1;'],
];

/** No file needs itself by a way around, yet each room needs the other. */
const entangled: readonly (readonly [path: string, text: string])[] = [
  ['src/domain/here/a.ts', "import '../there/b.ts';"],
  ['src/domain/here/d.ts', ''],
  ['src/domain/there/b.ts', ''],
  ['src/domain/there/c.ts', "import '../here/d.ts';"],
];

describe('the direction rules', () => {
  const house = mkdtempSync(join(tmpdir(), 'strong-directions-'));
  let found: Cruise;
  beforeAll(async () => {
    for (const [path, text] of [...wrong, ...right, ...entangled]) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), `${text}\nexport {};\n`);
    }
    for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
      cpSync(name, join(house, name));
    symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
    found = await cruise(house);
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it.each(wrong)('notice %s with %s', (path, _, rule) => {
    const noticed = found.violations.filter((violation) => violation.startsWith(`${path} `));
    expect(noticed.join('\n')).toContain(rule);
  });

  it('notice two rooms that need each other', () => {
    expect(found.violations).toContain('src/domain/here → src/domain/there (no-circular-rooms)');
  });

  it.each(right)('let %s be', (path) => {
    expect(found.violations.filter((violation) => violation.startsWith(`${path} `))).toEqual([]);
    if (!path.startsWith('test/')) expect(found.modules).toContain(path);
  });
});
