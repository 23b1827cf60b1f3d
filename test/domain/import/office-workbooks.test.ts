import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '#src/domain/assessment/records/report.ts';
import {
  type ImportBase,
  type ImportPlan,
  importedCollections,
} from '#src/domain/import/plan/import-plan.ts';
import { planImport } from '#src/domain/import/plan-import.ts';
import {
  carriedOut,
  demoBase,
  importing,
  nothingStored,
  type OfficeWorkbook,
  officeWorkbooks,
  sheetsOf,
} from '../../support/workbooks.ts';

type Known = readonly [sheet: string, cell: string, severity: 'error' | 'warning', words: RegExp];

/** The deliberate errors of the workbooks (the dataset's excel/ERRORS.md): where they stand and what must be said of them. */
const deliberate: Readonly<Record<OfficeWorkbook, readonly Known[]>> = {
  单位与干部: [
    ['单位名册', 'C12', 'error', /第12行.*云澜区商务局.*第8行重复.*赛道不一致.*发展攻坚赛道／服务保障赛道/],
    ['单位名册', 'F36', 'error', /区大数据中心.*没有填写赛道/],
    ['干部名册', 'B64', 'error', /第63行重复.*区市场监管局 韩建国/],
    ['干部名册', 'F172', 'error', /任现职时间.*2024\.13.*不是有效的年月/],
    ['干部名册', 'C226', 'error', /区招商服务中心.*不在单位名册中.*区投促局（别名：招商局）/],
  ],
  指标与赛道: [
    ['指标库', 'C20', 'error', /GY-03.*第19行重复.*规上工业增加值增速.*规上工业增加值/],
    ['指标库', 'E30', 'warning', /高企.*KC-02、KC-03.*外资.*KF-04、KF-05/],
    ['指标库', 'I106', 'error', /频次“旬”不可用.*半月、月、季、半年、年/],
    ['指标库', 'J124', 'error', /牵头单位“区医保局”不在单位名册中/],
    ['对标数据', 'E164', 'error', /全省.*“持平”不是数值/],
  ],
  目标任务分解: [
    ['发展攻坚赛道', 'C54', 'error', /第53行重复.*区工信局“工业技改投资”.*88和95/],
    ['发展攻坚赛道', 'O159', 'error', /占比.*100%/],
    ['发展攻坚赛道', 'E321', 'error', /区住建局权重合计为101分.*多1分/],
    ['服务保障赛道', 'E101', 'error', /区教育局“新增中小学学位数”没有填写权重/],
    ['服务保障赛道', 'O199', 'error', /0分值与满分值相同（90）/],
    ['镇街竞进赛道', 'F130', 'error', /望江街道“固定资产投资”.*年度目标0不大于0/],
    ['镇街竞进赛道', 'C270', 'error', /规上工业利润总额.*不在指标库中.*规上工业总产值/],
    ['镇街竞进赛道', 'Q373', 'error', /刘洋.*凤鸣街道有2人.*办事处副主任、经济发展办公室主任/],
    ['园区国企赛道', 'F33', 'error', /区经开区“实际使用外资”.*万美元.*百分数“12%”/],
    ['园区国企赛道', 'B309', 'error', /区城建集团.*不在单位名册中.*区城投集团/],
  ],
  月度进度: [
    ['月度进度', 'C132', 'error', /第131行重复.*区市场监管局“新增经营主体”/],
    ['月度进度', 'O302', 'warning', /10月.*累计数8小于前一期的12/],
    ['月度进度', 'L403', 'error', /7月.*望江街道“12345热线满意率”.*109\.5%.*0—100%/],
    ['月度进度', 'M483', 'error', /8月.*青溪街道“固定资产投资”.*亿元.*百分数“68%”/],
    ['月度进度', 'N700', 'error', /9月.*204900.*400.*疑似按万元填报.*20\.49/],
    ['月度进度', 'K744', 'error', /6月.*“正在核实”不是数值/],
    ['半月进度', 'B220', 'error', /开发公司.*不在单位名册中.*区经开区（别名：开发区）/],
  ],
};

/** Where the store holds the data already, the fallen value takes another's place. */
const replaced: Known = ['月度进度', 'O302', 'warning', /10月.*原数13 个（已确认）→ 新数8 个/];

const knownOf = (name: OfficeWorkbook): readonly Known[] =>
  deliberate[name].flatMap((known) => (known[1] === replaced[1] ? [known, replaced] : [known]));

const planOf = async (name: OfficeWorkbook, base: ImportBase) =>
  planImport(await sheetsOf(name), base, importing);

function countsOf(plan: ImportPlan) {
  return importedCollections.flatMap((name) => {
    const { added, changed, removed, unchanged } = plan.changes[name];
    const counts = [added.length, changed.length, removed.length, unchanged];
    return counts.some((count) => count > 0) ? [[name, ...counts]] : [];
  });
}

describe.each(officeWorkbooks)('%s', (name) => {
  test('every deliberate error is found at its cell, with what is wrong and how to mend it, and nothing else', async () => {
    const { problems } = await planOf(name, demoBase());
    expect(problems.map(({ sheet, cell, severity }) => [sheet, cell, severity])).toEqual(
      knownOf(name).map(([sheet, cell, severity]) => [sheet, cell, severity]),
    );
    for (const [index, [, cell, , words]] of knownOf(name).entries()) {
      const problem = problems[index];
      expect(problem?.message).toMatch(words);
      expect(problem?.row).toBe(Number(cell.replace(/\D/g, '')));
      expect(problem?.remedy.length).toBeGreaterThan(3);
    }
  });
});

describe('into a store that holds the data already', () => {
  test('nothing is added and nothing changed', async () => {
    const plans = await Promise.all(officeWorkbooks.map((name) => planOf(name, demoBase())));
    expect(plans.flatMap(countsOf)).toEqual([
      ['units', 0, 0, 0, 48],
      ['task_forces', 0, 0, 0, 14],
      ['cadres', 0, 0, 0, 220],
      ['tracks', 0, 0, 0, 4],
      ['indicators', 0, 0, 0, 134],
      ['benchmarks', 0, 0, 0, 194],
      ['assignments', 0, 0, 0, 1470],
      // The fallen value that a person has to confirm.
      ['reports', 0, 1, 0, 13476],
    ]);
  });
});

/** Numbers by value: "12.30" is "12.3". */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

const byUnit = (docs: ImportBase['assignments']) =>
  new Map(docs.map(({ id: _, ...rest }) => [`${rest.unit}|${rest.indicator}`, plain(rest)]));

function inForce(reports: readonly Report[]) {
  const values = new Map<string, { rev: number; value: number }>();
  for (const { indicator, unit, period, rev, state, value } of reports) {
    const key = `${indicator}|${unit}|${period}`;
    if (state !== 'returned' && rev > (values.get(key)?.rev ?? 0))
      values.set(key, { rev, value: Number(value) });
  }
  return new Map([...values].map(([key, { value }]) => [key, value]));
}

describe('into an empty store, one workbook after the other', () => {
  let stored: ImportBase = nothingStored;
  const plans = new Map<OfficeWorkbook, ImportPlan>();
  const expected = demoBase();

  beforeAll(async () => {
    for (const name of officeWorkbooks) {
      const plan = await planOf(name, stored);
      plans.set(name, plan);
      stored = carriedOut(stored, plan);
    }
  });

  test('the same errors are found', () => {
    for (const name of officeWorkbooks)
      expect(plans.get(name)?.problems.map(({ cell }) => cell)).toEqual(
        deliberate[name].map(([, cell]) => cell),
      );
  });

  test.each(['units', 'tracks', 'task_forces', 'indicators'] as const)(
    'all %s equal the data set',
    (name) => {
      expect(plain(stored[name])).toEqual(plain(expected[name]));
    },
  );

  test('all cadres equal the data set, but for the month that is none', () => {
    const wrong = new Set(['武玲']);
    const known = expected.cadres.map((cadre) =>
      wrong.has(cadre.name) ? { ...cadre, post_since: '' } : cadre,
    );
    expect(stored.cadres).toEqual(known);
  });

  test('all benchmarks equal the data set, signed by who imports, but for the value that is no number', () => {
    const signed = { set_by: importing.by, set_at: importing.at };
    const known = expected.benchmarks.map((one) => ({
      ...one,
      ...(one.indicator === 'ST-01' && one.period === '2026-05' ? { province: null } : {}),
      ...signed,
    }));
    expect(plain(stored.benchmarks)).toEqual(plain(known));
  });

  test('all clean assignments equal the data set; the units that do not balance are held whole', () => {
    const known = byUnit(expected.assignments);
    const got = byUnit(stored.assignments);
    for (const [key, assignment] of got) expect(assignment).toEqual(known.get(key));
    const held = plans.get('目标任务分解')?.held ?? [];
    expect(held.map(({ name, sum, rows }) => [name, sum, rows.length])).toEqual([
      ['区住建局', '101', 37],
      ['区教育局', '90', 17],
    ]);
    const heldUnits = new Set(held.map(({ unit }) => unit));
    const missing = [...known.keys()].filter((key) => !got.has(key));
    const refused = missing.filter((key) => !heldUnits.has(key.slice(0, key.indexOf('|'))));
    expect(refused).toHaveLength(5);
  });

  test('all values equal those in force in the data set, but for the wrong ones', () => {
    const known = inForce(expected.reports);
    const got = inForce(stored.reports);
    const other = [...got].filter(([key, value]) => known.get(key) !== value).map(([key]) => key);
    expect(other).toEqual(['ZS-01|U31|2026-10']);
    expect([...known.keys()].filter((key) => !got.has(key))).toHaveLength(4);
  });

  test('a second time nothing is added and nothing changed', async () => {
    for (const name of officeWorkbooks) {
      const again = countsOf(await planOf(name, stored));
      for (const [, added, changed, removed] of again) expect([added, changed, removed]).toEqual([0, 0, 0]);
    }
  });
});
