import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportsOf, undocumentedExports } from './exports-of.ts';
import { houseFiles } from './house-files.ts';

const files = houseFiles('src', 'cards', 'test');
const product = files.filter(({ path }) => !path.startsWith('test/'));

const bannedWords = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager'];
const bannedIn = (path: string) => path.split(/[/.-]/).filter((word) => bannedWords.includes(word));
const linesOf = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Put together here so that this file does not find itself. */
const escapes = ['as unknown ' + 'as', '@ts-' + 'ignore', '@ts-' + 'nocheck', 'biome-' + 'ignore'];

const badNames = /^handle([A-Z]|$)|Impl$|^I[A-Z][a-z]/;
const badNamesIn = (path: string, text: string) =>
  exportsOf(path, text)
    .map(({ name }) => name)
    .filter((name) => badNames.test(name));

describe('the budgets of the house (design §7)', () => {
  it('sees the house', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(product.some(({ path }) => path === 'src/pipeline.ts')).toBe(true);
  });

  it('has no file of more than 250 lines', () => {
    const long = files.map(({ path, text }) => ({ path, lines: linesOf(text) }));
    expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
  });

  it('calls no file utils, helpers, common, misc or manager', () => {
    expect(files.map(({ path }) => path).filter((path) => bannedIn(path).length > 0)).toEqual([]);
  });

  it('has an index.ts only where a list is: commands, actions, jobs, cards', () => {
    const allowed = ['src/commands', 'src/actions', 'src/jobs', 'cards'];
    const found = files.filter(({ path }) => /^index\.(ts|js)$/.test(basename(path)));
    expect(found.map(({ path }) => path).filter((path) => !allowed.includes(dirname(path)))).toEqual([]);
  });

  it('says of every exported thing what it is', () => {
    const silent = product.flatMap(({ path, text }) =>
      undocumentedExports(path, text).map((name) => `${path}: ${name}`),
    );
    expect(silent).toEqual([]);
  });

  it('exports nothing called handle…, …Impl or I…', () => {
    const bad = product.flatMap(({ path, text }) => badNamesIn(path, text).map((name) => `${path}: ${name}`));
    expect(bad).toEqual([]);
  });

  it.each(escapes)('never escapes the checks by “%s”', (words) => {
    expect(files.filter(({ text }) => text.includes(words)).map(({ path }) => path)).toEqual([]);
  });

  it('reads process.env in src/config only', () => {
    const readers = product.filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => dirname(path) !== 'src/config')).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('count lines', () => {
    expect(linesOf('a\nb\n')).toBe(2);
    expect(linesOf('a\nb')).toBe(2);
  });

  it('see a banned name in a file’s or a folder’s name, not within a word', () => {
    expect(bannedIn('src/shared/string-utils.ts')).toEqual(['utils']);
    expect(bannedIn('src/common/x.ts')).toEqual(['common']);
    expect(bannedIn('src/domain/commonwealth.ts')).toEqual([]);
  });

  it('see an export without a sentence, whatever it exports', () => {
    const text = `
      // not a doc comment
      export const a = 1;
      export function b() {}
      export interface C { d: string }
      export type E = string;
      /** One. */
      export class F {}
      /***/
      export const g = () => {};
      const inner = 1;
      export { inner as passedOn };
    `;
    expect(undocumentedExports('x.ts', text)).toEqual(['a', 'b', 'C', 'E', 'F', 'g']);
  });

  it('see a sentence before an export', () => {
    const text = `
      /** What it is. */
      export const a = 1;
      /**
       * What it is.
       */
      export async function b() {}
      /** 一句话 */
      export abstract class C {}
      export const dSchema = 1;
      /** What it is. */
      export type D = string;
    `;
    expect(undocumentedExports('x.ts', text)).toEqual([]);
  });

  it('see banned exported names, not words that look like them', () => {
    const text = 'export const handleIt = 1; export class StoreImpl {} export interface IStore {}';
    expect(badNamesIn('x.ts', text)).toEqual(['handleIt', 'StoreImpl', 'IStore']);
    expect(badNamesIn('x.ts', 'export interface IndexName {} export const handler = 1;')).toEqual([]);
  });
});
