import { describe, expect, test } from 'vitest';
import type { Sheet, SheetCell, SheetRow } from '#src/domain/import/cells/sheet.ts';
import { planImport } from '#src/domain/import/plan-import.ts';
import { readTable } from '#src/domain/import/table/read-table.ts';
import { demoBase, importing, officeWorkbooks, sheetsOf } from '../../support/workbooks.ts';

/** The same workbook as another office keeps it: another district, sheets renamed, columns in another order, rows shuffled. */
interface Mutated {
  readonly sheets: Sheet[];
  /** Where a cell of the old sheet stands now. */
  readonly moved: (sheet: string, cell: string) => string;
}

const columnNumber = (name: string) =>
  [...name].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Of two rows that repeat each other the first is taken: they keep their order. */
const pairs: Readonly<Record<string, readonly [number, number]>> = {
  单位名册: [8, 12],
  干部名册: [63, 64],
  指标库: [19, 20],
  发展攻坚赛道: [53, 54],
  月度进度: [131, 132],
};

function shuffled(numbers: readonly number[], pair: readonly [number, number] | undefined): number[] {
  const order = [...numbers].sort((a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009) || a - b);
  if (!pair) return order;
  const [first, second] = pair.map((row) => order.indexOf(row));
  if (first !== undefined && second !== undefined && first > second)
    [order[first], order[second]] = [pair[1], pair[0]];
  return order;
}

function mutate(sheet: Sheet, index: number) {
  const table = readTable(sheet);
  const width = Math.max(...sheet.rows.map(({ cells }) => cells.length));
  const column = (old: number) => width - old + 1;
  const down = 5;
  const data = new Set(table?.rows.map(({ number }) => number));
  const slots = sheet.rows.filter(({ number }) => data.has(number)).map(({ number }) => number);
  const order = shuffled(slots, pairs[sheet.name]);
  const place = new Map(order.map((row, at) => [row, (slots[at] ?? 0) + down]));
  const rowOf = (number: number) => place.get(number) ?? number + down;
  const rows = sheet.rows.map(({ number, cells }): SheetRow => {
    const moved: (SheetCell | undefined)[] = [];
    for (const [at, cell] of cells.entries()) moved[column(at)] = cell;
    return { number: rowOf(number), cells: Array.from(moved) };
  });
  const name = `Sheet${index + 1}`;
  const cellOf = (cell: string) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return `${name}!${columnLetters(column(columnNumber(letters)))}${rowOf(Number(row))}`;
  };
  return { sheet: { ...sheet, name, rows: rows.sort((a, b) => a.number - b.number) }, cellOf };
}

function mutateAll(sheets: readonly Sheet[]): Mutated {
  const all = sheets.map((sheet, index) => ({ ...mutate(sheet, index), old: sheet.name }));
  return {
    sheets: elsewhere(all.map(({ sheet }) => sheet)),
    moved: (sheet, cell) => all.find(({ old }) => old === sheet)?.cellOf(cell) ?? '',
  };
}

function elsewhere<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('云澜', '临江')) as T;
}

const withoutNulls = (sheets: readonly Sheet[]): Sheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? undefined) })),
  }));

describe.each(officeWorkbooks)(
  '%s of another district, with shuffled rows, other columns and other sheet names',
  (name) => {
    test('has the same errors where they stand now, and nothing to add or change but the fallen value', async () => {
      const old = planImport(await sheetsOf(name), demoBase(), importing);
      const { sheets, moved } = mutateAll(await sheetsOf(name));
      const plan = planImport(withoutNulls(sheets), elsewhere(demoBase()), importing);
      const expected = old.problems.map(({ sheet, cell }) => moved(sheet, cell)).sort();
      expect(plan.problems.map(({ sheet, cell }) => `${sheet}!${cell}`).sort()).toEqual(expected);
      for (const collection of Object.values(plan.changes)) {
        expect(collection.added).toEqual([]);
        expect(collection.removed).toEqual([]);
      }
      const changed = Object.entries(plan.changes).filter((each) => each[1].changed.length > 0);
      expect(changed.map(([collection, all]) => [collection, all.changed.length])).toEqual(
        name === '月度进度' ? [['reports', 1]] : [],
      );
    });
  },
);
