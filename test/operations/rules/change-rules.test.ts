import { beforeEach, describe, expect, it } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { Assignment } from '#src/domain/assessment/records/assignment.ts';
import type { RuleChanges } from '#src/domain/assessment/records/rule-change.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import { changeRules } from '#src/operations/rules/change-rules.ts';
import type { WriteTx } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { assignment, indicator, track } from '../../domain/assessment/small-book.ts';
import { demoStart } from '../../support/demo-store.ts';

const unit = (id: string) => ({
  ...{ id, name: id, short_name: id, aliases: [], kind: 'street' as const },
  ...{ kind_name: '街道', track: 'T1', grades: {} },
});

/** Two units with two indicators each, weights 60 and 40. */
async function smallStore() {
  const store = createMemoryStore({ mode: 'demo' });
  const write = <T>(run: (tx: WriteTx) => Promise<T>) =>
    store.write({ at: demoStart, who: 'C085', what: 'test' }, run);
  const weights = ['60', '40'];
  await write(async (tx) => {
    for (const id of ['U01', 'U02', 'U03']) await tx.put('units', unit(id));
    await tx.put('tracks', track({ units: ['U01', 'U02'] }));
    await tx.put('tracks', track({ id: 'T2', name: '另一赛道', units: ['U03'] }));
    for (const [index, code] of ['AA-01', 'AA-02'].entries()) {
      await tx.put('indicators', indicator({ code, frequency: 'month' }));
      for (const of of ['U01', 'U02'])
        await tx.put('assignments', assignment({ unit: of, indicator: code, weight: weights[index] ?? '' }));
    }
    await tx.put('rule_versions', { id: '2026-1', at: demoStart, by: 'system', why: '年初' });
  });
  return { store, write };
}

const first = assignment({ weight: '60' });
const put = (...records: Assignment[]): RuleChanges => ({ assignments: { put: records } });

describe('a change of the rules', () => {
  let { store, write } = {} as Awaited<ReturnType<typeof smallStore>>;
  beforeEach(async () => {
    ({ store, write } = await smallStore());
  });
  const change = (changes: RuleChanges, more: { why?: string; from?: string } = {}) =>
    write((tx) => changeRules(tx, { changes, by: 'C085', why: '区委常委会决定', now: demoStart, ...more }));

  it('keeps who, why, when, from when and what it was, and numbers versions within the year', async () => {
    const version = await change(put({ ...first, annual_target: '120' }));
    expect(version).toMatchObject({
      id: '2026-2',
      by: 'C085',
      why: '区委常委会决定',
      at: demoStart,
      from: '2026-11',
    });
    expect(version?.assignments).toEqual([{ before: first, after: { ...first, annual_target: '120' } }]);
    expect((await change(put({ ...first, annual_target: '130' }), { from: '2026-12' }))?.id).toBe('2026-3');
    const stored = await store.read((tx) => tx.all('rule_versions'));
    expect(stored.map(({ id }) => id)).toEqual(['2026-1', '2026-2', '2026-3']);
  });

  it('makes no version of what changes nothing, so that a workbook may be read twice', async () => {
    expect(await change(put(first))).toBeUndefined();
    expect(await change({ assignments: { remove: ['unknown'] } })).toBeUndefined();
    expect(await store.read((tx) => tx.all('rule_versions'))).toHaveLength(1);
  });

  it('leaves the scores of the periods before it, in the book that everybody asks', async () => {
    const cache = createKnowledgeCache(loadCalendar(['data/seed'], [2025, 2026, 2027]));
    const report = { indicator: 'AA-01', unit: 'U01', rev: 1, value: '50', state: 'confirmed' as const };
    await write(async (tx) => {
      for (const period of ['2026-09', '2026-10'])
        await tx.put('reports', { ...report, id: period, period, reporter: 'C1', reported_at: demoStart });
    });
    const scores = async () => {
      const book = await store.read((tx) => cache.book(tx));
      return ['2026-09', '2026-10'].map((period) => {
        const { units } = scoreTrack(book, { track: 'T1', period, now: '2026-11-22T09:00:00+08:00' });
        return [units.find((row) => row.unit.id === 'U01')?.score, book.ruleVersionFor(period)];
      });
    };
    expect(await scores()).toEqual([
      ['30.00', '2026-1'],
      ['30.00', '2026-1'],
    ]);
    await change(put({ ...first, annual_target: '200' }), { from: '2026-10' });
    expect(await scores()).toEqual([
      ['30.00', '2026-1'],
      ['15.00', '2026-2'],
    ]);
  });

  const second = assignment({ indicator: 'AA-02', weight: '40' });
  const refused: readonly [string, RuleChanges, string][] = [
    ['weights that do not sum to 100', put({ ...first, weight: '58' }), '权重合计为98，应为100'],
    ['a removal that leaves 40', { assignments: { remove: [first.id] } }, '权重合计为40'],
    ['a target of 0 under completion', put({ ...first, annual_target: '0' }), '不大于0'],
    [
      'a target of 0 where a neighbour compares completion',
      put(
        { ...first, annual_target: '0', rule: { type: 'steps', steps: [{ from: '1', f: '1' }] } },
        assignment({
          unit: 'U02',
          weight: '60',
          rule: { type: 'rank', step: '0.1', floor: '0', of: 'completion' },
        }),
      ),
      '不大于0',
    ],
    ['zeroAt = fullAt', put({ ...first, rule: { type: 'interval', zeroAt: '3', fullAt: '3.0' } }), '相同'],
    [
      'shares that are not 1',
      put({ ...first, rule: { type: 'blend', parts: [{ share: '0.9', rule: first.rule }] } }),
      '占比之和不是100%',
    ],
    ['an unknown indicator', put({ ...second, indicator: 'ZZ-09' }), '指标库里没有指标ZZ-09'],
    ['an indicator twice', put(assignment({ id: 'x', weight: '0' })), '重复下达'],
    ['an unknown unit', put(assignment({ unit: 'U09', weight: '100' })), '不在单位名册里'],
    [
      'a unit in two tracks',
      { tracks: { put: [track({ id: 'T2', name: '另一赛道', units: ['U01'] })] } },
      '只能在一个赛道',
    ],
    [
      'a track without units',
      { tracks: { put: [track({ id: 'T2', name: '另一赛道', units: [] })] } },
      '没有单位',
    ],
    [
      'quotas above the whole',
      { tracks: { put: [track({ units: ['U01', 'U02'], first_quota: '0.6' })] } },
      '超过100%',
    ],
    ['a cap below 0', { tracks: { put: [track({ units: ['U01', 'U02'], bonus_cap: '-1' })] } }, '不能小于0'],
    [
      'bounds out of order',
      { items: { put: [{ id: 'JF99', type: 'bonus', name: '某事项', min: '2', max: '1', evidence: '' }] } },
      '下限',
    ],
  ];
  it.each(refused)('is refused with the reason for %s, and nothing is written', async (_, changes, say) => {
    await expect(change(changes)).rejects.toMatchObject({
      code: 'bad_input',
      say: expect.stringContaining(say),
    });
    expect(await store.read((tx) => tx.all('rule_versions'))).toHaveLength(1);
    expect(await store.read((tx) => tx.get('assignments', first.id))).toEqual(first);
  });

  it('is refused without a reason, for two years at once, and from before where the year’s newest rules begin', async () => {
    const other = put({ ...first, annual_target: '120' });
    await expect(change(other, { why: ' ' })).rejects.toMatchObject({ say: expect.stringContaining('理由') });
    await expect(change(other, { from: '2027-01' })).rejects.toMatchObject({
      say: expect.stringContaining('2027年'),
    });
    await expect(change(other, { from: '2026-13' })).rejects.toMatchObject({
      say: expect.stringContaining('有效'),
    });
    await change(other, { from: '2026-12' });
    const later = put({ ...first, annual_target: '130' });
    await expect(change(later, { from: '2026-11' })).rejects.toMatchObject({
      say: expect.stringContaining('不能早于'),
    });
    // Where no beginning is said it is the newest rules' own.
    expect((await change(later))?.from).toBe('2026-12');
  });

  it('is not held up by what was wrong before elsewhere, and sets up a year that has nothing from its January', async () => {
    await write((tx) => tx.put('assignments', assignment({ unit: 'U02', weight: '55' })));
    expect((await change(put({ ...first, annual_target: '120' })))?.id).toBe('2026-2');
    const next = put(assignment({ id: 'next', year: 2027, weight: '100' }));
    expect(await change(next)).toMatchObject({ id: '2027-1', from: '2027-01' });
    expect((await change(put({ ...first, annual_target: '125' })))?.id).toBe('2026-3');
  });
});
