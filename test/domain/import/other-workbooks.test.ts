import { describe, expect, test } from 'vitest';
import type { Sheet, SheetCell } from '#src/domain/import/cells/sheet.ts';
import type { ImportBase, ImportPlan } from '#src/domain/import/plan/import-plan.ts';
import { planImport } from '#src/domain/import/plan-import.ts';
import { demoBase, importing } from '../../support/workbooks.ts';

type Value = string | number | undefined;

/** A small sheet written by hand; a number is a number, a text with a leading % is a number in a % format. */
function sheetOf(name: string, rows: readonly (readonly Value[])[]): Sheet {
  const cellOf = (value: Value): SheetCell | undefined => {
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'number') return { kind: 'number', text: String(value) };
    return value.startsWith('%') ? { kind: 'percent', text: value.slice(1) } : { kind: 'text', text: value };
  };
  return {
    name,
    hidden: false,
    rows: rows.map((cells, index) => ({ number: index + 1, cells: cells.map(cellOf) })),
  };
}

const plan = (rows: readonly (readonly Value[])[], base: ImportBase = demoBase()): ImportPlan =>
  planImport([sheetOf('表', rows)], base, importing);

const progress = (values: readonly Value[], header: readonly Value[]) =>
  plan([['2026年通报'], ['单位', '指标名称', '计量单位', ...header], ['学府街道', '固投', ...values]]);

describe('values', () => {
  const fresh: ImportBase = { ...demoBase(), reports: [] };
  const one = (measure: Value, value: Value, header = '10月') => {
    const rows = [
      ['2026年通报'],
      ['单位', '指标名称', '计量单位', header],
      ['学府街道', '固投', measure, value],
    ];
    const { changes, problems } = plan(rows, fresh);
    return changes.reports.added[0]?.value ?? problems.map(({ cell }) => cell).join();
  };

  test.each([
    ['12.35', '12.35'],
    ['１２．３５', '12.35'],
    ['1,012.35', '1012.35'],
    [' 12.35　', '12.35'],
    ['12.35亿元', '12.35'],
    ['123500万元', '12.35'],
    ['十二点三五亿', '12.35'],
    ['—', ''],
    ['未报', ''],
    ['', ''],
    ['12%', 'D3'],
    ['%0.12', 'D3'],
    ['12个', 'D3'],
    ['近12', 'D3'],
    ['12.3.5', 'D3'],
    ['12,35', 'D3'],
    ['=1+1', 'D3'],
    ['=HYPERLINK("http://x.example")', 'D3'],
    [-5, 'D3'],
  ])('%s for an amount in 亿元 is read as %s', (value, expected) => {
    expect(one('亿元', value)).toBe(expected);
  });

  test('a measure that the row or the column states is converted exactly', () => {
    expect(one('万元', 123_500)).toBe('12.35');
    expect(one('', 123_500, '10月（万元）')).toBe('12.35');
    expect(one('亿元', 12.35, '10月（亿元）')).toBe('12.35');
  });

  test('a measure above the whole table holds for what it can measure', () => {
    const rows = [
      ['2026年通报'],
      ['单位：万元'],
      ['单位', '指标名称', '10月'],
      ['学府街道', '固投', 123_500],
    ];
    const { changes, problems } = plan([...rows, ['学府街道', '固投增速', 5.5]], fresh);
    expect(changes.reports.added.map(({ value }) => value)).toEqual(['12.35', '5.5']);
    expect(problems).toEqual([]);
  });

  test('a period that has not begun has no value yet', () => {
    expect(one('亿元', 400, '12月')).toBe('D3');
  });

  test('a measure of another thing is an error', () => {
    expect(one('个', 12)).toBe('D3');
  });

  test('a value in a column of another frequency is an error, never put elsewhere', () => {
    const { changes, problems } = progress(['亿元', 12], ['二季度']);
    expect(changes.reports.added).toEqual([]);
    expect(problems.map(({ cell, severity }) => [cell, severity])).toEqual([['D3', 'error']]);
  });

  test('a new value of a period that is known becomes its next revision, told of beside what it was', () => {
    const { changes, problems } = progress(['亿元', 399], ['10月']);
    const revs = demoBase().reports.filter(
      ({ indicator, unit, period }) => indicator === 'XM-01' && unit === 'U31' && period === '2026-10',
    );
    const before = revs.findLast(({ state }) => state !== 'returned');
    const about = { indicator: 'XM-01', unit: 'U31', period: '2026-10' };
    expect(changes.reports).toMatchObject({
      added: [],
      changed: [{ before, after: { ...about, rev: revs.length + 1, value: '399' } }],
    });
    const told = `学府街道“固定资产投资”原数${before?.value} 亿元（待审核）→ 新数399 亿元`;
    expect(problems.map(({ cell, severity }) => [cell, severity])).toEqual([['D3', 'warning']]);
    expect(problems[0]?.message).toContain(told);
  });
});

describe('the task breakdown', () => {
  const header = ['责任单位', '指标名称', '权重', '年度目标', '计分办法', '责任人', '填报人'];
  const own = demoBase().assignments.filter(({ unit }) => unit === 'U31');
  const nameOf = new Map(demoBase().indicators.map(({ code, name }) => [code, name]));
  const personOf = new Map(demoBase().cadres.map(({ id, name }) => [id, name]));
  const rowOf = (at: number, weight?: string): Value[] => {
    const { indicator, leader, reporter, annual_target, weight: old } = own[at] ?? own[0] ?? fail();
    const people = [personOf.get(leader), personOf.get(reporter)];
    return ['学府街道', nameOf.get(indicator), weight ?? old, annual_target, '功效系数', ...people];
  };
  const fail = (): never => {
    throw new Error('no assignments');
  };

  test('some rows of a unit may be changed alone as long as all its weights sum to 100', () => {
    const { changes, held, problems } = plan([['2026年度分解表'], header, rowOf(0), rowOf(1)]);
    expect([held, problems]).toEqual([[], []]);
    expect(changes.assignments.changed.length).toBeGreaterThan(0);
    expect(changes.assignments.removed).toEqual([]);
  });

  test('rows that would leave the unit with another sum wait, and say so once', () => {
    const { changes, held, problems } = plan([['2026年度分解表'], header, rowOf(0, '50')]);
    expect(changes.assignments.changed).toEqual([]);
    expect(held).toMatchObject([{ unit: 'U31', sum: '50' }]);
    expect(problems.map(({ cell }) => cell)).toEqual(['C3']);
  });

  test('a whole new table of a unit withdraws what it has no more, after a warning', () => {
    const { changes, problems } = plan([['2026年度分解表'], header, rowOf(0, '60'), rowOf(1, '40')]);
    expect(changes.assignments.removed).toHaveLength(own.length - 2);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(problems[0]?.message).toContain(`撤销这${own.length - 2}项`);
  });

  test('a person of another unit, a rule nobody understands and a missing target are errors', () => {
    const row = rowOf(0);
    const wrong = [row.with(5, '冯倩'), rowOf(1).with(4, '按情况打分'), rowOf(2).with(3, undefined)];
    const cells = plan([['2026年度分解表'], header, ...wrong]).problems.map(({ cell }) => cell);
    expect(cells).toEqual(['F3', 'E4', 'D5']);
  });
});

test('a sheet of no known kind is said to be none, and nothing is read from it', () => {
  const { sheets, changes, problems } = plan([['菜单'], ['菜名', '价格', '数量'], ['红烧肉', 38, 1]]);
  expect(sheets).toEqual([{ sheet: '表', kind: null, hidden: false, headerRow: null, rows: 0 }]);
  expect(problems).toEqual([]);
  expect(Object.values(changes).every(({ added }) => added.length === 0)).toBe(true);
});

test('a broken formula is an error of its cell and refuses its row', () => {
  const rows = sheetOf('表', [
    ['单位', '指标名称', '10月'],
    ['学府街道', '固投', 12],
  ]);
  const cells = rows.rows[1]?.cells ?? [];
  const broken = {
    ...rows,
    rows: [rows.rows[0], { number: 2, cells: cells.with(2, { kind: 'error', text: '#REF!' }) }],
  };
  const { problems, changes } = planImport([broken as Sheet], demoBase(), importing);
  expect(problems).toMatchObject([{ cell: 'C2', severity: 'error' }]);
  expect(problems[0]?.message).toContain('#REF!');
  expect(changes.reports.added).toEqual([]);
});

test('a benchmark that somebody has entered keeps its history: the same figures change nothing, others stand beside it', () => {
  const entered = {
    ...{
      indicator: 'FW-02',
      period: '2026-10',
      nation: '4.0',
      province: '5.1',
      city: '4.9',
      district: '5.7',
    },
    ...{
      city_place: 5,
      city_total: 11,
      province_place: 37,
      set_by: 'C086',
      set_at: '2026-11-05T09:00:00+08:00',
    },
  };
  const base = { ...demoBase(), benchmarks: [entered] };
  const rows = (city: number) => [
    ['2026年对标'],
    ['指标代码', '指标名称', '期间', '全国', '全省', '全市', '本区', '全市位次', '全省位次'],
    ['FW-02', '社会消费品零售总额增速', '2026年10月', 4, 5.1, city, 5.7, '5/11', 37],
  ];
  expect(plan(rows(4.9), base).changes.benchmarks).toMatchObject({ added: [], changed: [], unchanged: 1 });
  const [change] = plan(rows(5), base).changes.benchmarks.changed;
  expect(change?.after).toMatchObject({ city: '5', set_by: importing.by, set_at: importing.at });
  const { indicator: _, period: __, ...before } = entered;
  expect(change?.after.earlier).toEqual([before]);
});
