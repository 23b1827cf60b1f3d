import { unpackEntries } from '../library/check-zip.ts';
import type { ExcelWorkbook } from '../library/excel-library.ts';

/** A rule for what may be entered into cells, most often a drop-down list. */
interface EntryRule {
  readonly ranges: readonly string[];
  /** As the library keeps it: type, formulae and what is said. */
  readonly rule: Readonly<Record<string, unknown>>;
}

/** The library's types leave out where a sheet keeps them. */
interface RuledSheet {
  readonly dataValidations: { add(range: string, rule: EntryRule['rule']): void };
}

const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function character(entity: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(entity) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** A text of XML as it is meant. */
function plain(text: string): string {
  return text.replace(/&(#?\w+);/g, (_, entity: string) => marks[entity] ?? character(entity));
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(/(?<![\w:])([\w:]+)="([^"]*)"/g)].map(([, name = '', text = '']) => [name, plain(text)]),
  );
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true';

const types = ['list', 'whole', 'decimal', 'date', 'time', 'textLength', 'custom'];

/** A date is a number to Excel; the library would turn what bounds it into a date of its own and lose its formulas. */
function typeOf(said: string | undefined): string {
  if (said === 'date') return 'decimal';
  return said !== undefined && types.includes(said) ? said : 'any';
}

function ruleOf(said: ReadonlyMap<string, string>, formulae: readonly string[]): EntryRule['rule'] {
  const texts = ['operator', 'errorStyle', 'errorTitle', 'error', 'promptTitle', 'prompt'];
  const flags = ['allowBlank', 'showInputMessage', 'showErrorMessage'];
  return {
    type: typeOf(said.get('type')),
    formulae,
    ...Object.fromEntries(flags.map((name) => [name, isTrue(said.get(name))])),
    ...Object.fromEntries(texts.flatMap((name) => (said.has(name) ? [[name, said.get(name)]] : []))),
  };
}

/**
 * Excel keeps lists that stand on another sheet in an extension of its own (`x14`). None of these looks beyond the next tag of its kind: a
 * file made of tags without end would take hours.
 */
const ruleTag =
  /<(x14:)?dataValidation\s([^<>]*?)(?:\/>|>((?:(?!<(?:x14:)?dataValidation\s).)*?)<\/\1dataValidation>)/gs;
const formulaTag = /<(?:x14:)?formula[12]>(?:<xm:f>)?([^<]*)(?:<\/xm:f>)?<\/(?:x14:)?formula[12]>/g;
const rangeTag = /<xm:sqref>([^<]*)<\/xm:sqref>/;

/** The rules of entry in a sheet's XML, each with the ranges it is for. */
export function entryRules(sheet: string): EntryRule[] {
  return [...sheet.matchAll(ruleTag)].map(([, , tag = '', inner = '']) => {
    const said = attributesOf(tag);
    const formulae = [...inner.matchAll(formulaTag)].map(([, formula = '']) => plain(formula));
    const ranges = said.get('sqref') ?? rangeTag.exec(inner)?.[1] ?? '';
    return { ranges: ranges.split(/\s+/).filter(isRange), rule: ruleOf(said, formulae) };
  });
}

const isRange = (text: string) => /^[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?$/.test(text);

/** Each sheet's name with the entry it is kept in. */
function sheetPaths(workbook: string, relations: string): [string, string][] {
  const targets = new Map(
    [...relations.matchAll(/<Relationship\s([^<>]*?)\/?>/g)].map(([, tag = '']) => {
      const said = attributesOf(tag);
      return [said.get('Id') ?? '', (said.get('Target') ?? '').replace(/^(?:\/?xl\/|\/)/, 'xl/')];
    }),
  );
  return [...workbook.matchAll(/<sheet\s([^<>]*?)\/?>/g)].map(([, tag = '']) => {
    const said = attributesOf(tag);
    const target = targets.get(said.get('r:id') ?? '') ?? '';
    return [said.get('name') ?? '', target.startsWith('xl/') ? target : `xl/${target}`];
  });
}

/**
 * Puts the drop-down lists and other rules of entry of a file into its opened workbook. The library makes a cell of each that a rule is
 * for, a million where a whole column has a list; so it is kept from reading them, and is given them here by their ranges, which it writes
 * as they are.
 */
export function keepDropDowns(file: Uint8Array, workbook: ExcelWorkbook): void {
  const parts = unpackEntries(
    file,
    /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/,
  );
  const paths = sheetPaths(parts.get('xl/workbook.xml') ?? '', parts.get('xl/_rels/workbook.xml.rels') ?? '');
  for (const [name, path] of paths) {
    const xml = parts.get(path) ?? '';
    const rules = entryRules(xml.slice(Math.max(0, xml.lastIndexOf('</sheetData>'))));
    const sheet: Partial<RuledSheet> = Object(workbook.getWorksheet(name));
    for (const { ranges, rule } of rules) for (const range of ranges) sheet.dataValidations?.add(range, rule);
  }
}
