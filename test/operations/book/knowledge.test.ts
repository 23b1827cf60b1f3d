import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { Report } from '#src/domain/assessment/records/report.ts';
import type { Book } from '#src/domain/assessment/scoring/book.ts';
import type { Group } from '#src/domain/assessment/scoring/peers.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import type { CollectionName, Doc } from '#src/store/collections.ts';
import type { DocumentStore, ReadTx, WriteTx } from '#src/store/document-store.ts';
import { demoStart, demoStore } from '../../support/demo-store.ts';

const calendar = loadCalendar(['data/seed'], [2025, 2026, 2027]);
const meta = { at: demoStart, who: 'system', what: 'test' };

function collectGarbage(): void {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
}

/** The transaction with its methods as properties, so that one of them can be replaced. */
const bound = (tx: ReadTx): ReadTx => ({
  get: (name, id) => tx.get(name, id),
  find: (name, by) => tx.find(name, by),
  all: (name) => tx.all(name),
  version: (name) => tx.version(name),
  changedSince: (name, version) => tx.changedSince(name, version),
});

/** Every track's scores and places, in words that can be compared. */
function tables(book: Book) {
  return book.tracksOf(2026).flatMap(({ id }) =>
    ['2026-08', '2026-09', '2026-10'].map((period) => {
      const { units } = scoreTrack(book, { track: id, period, now: demoStart });
      return units.map(({ unit, score, place, reported }) => [unit.id, score, place, reported]);
    }),
  );
}

describe('the book after a report', () => {
  let store: DocumentStore;
  beforeAll(async () => {
    ({ store } = await demoStore());
  });

  const cache = createKnowledgeCache(calendar);
  const put = (run: (tx: WriteTx) => Promise<void>) => store.write(meta, run);
  const revise = (report: Report, change: Partial<Report>) =>
    put((tx) =>
      tx.put('reports', { ...report, id: `${report.id}_${Math.random()}`, rev: report.rev + 1, ...change }),
    );
  /** The kept book, revised by whatever was put since, and one that is read anew. */
  async function both(): Promise<[Book, Book]> {
    return [
      await store.read((tx) => cache.book(tx)),
      await store.read((tx) => createKnowledgeCache(calendar).book(tx)),
    ];
  }
  async function expectSame(): Promise<void> {
    const [kept, anew] = await both();
    expect(tables(kept)).toEqual(tables(anew));
    const reports = await store.read((tx) => tx.all('reports'));
    const values = (book: Book) =>
      reports.map(({ indicator, unit, period }) => book.valueFor(indicator, unit, period)?.id);
    expect(values(kept)).toEqual(values(anew));
  }

  it('scores and places everybody as one that is read anew, revision after revision', async () => {
    await expectSame();
    const reports = (await store.read((tx) => tx.all('reports'))).filter(
      ({ period }) => period === '2026-09',
    );
    for (const [index, report] of reports.slice(0, 50).entries()) {
      await revise(report, { value: String(Number(report.value) + 1 + index / 100) });
      // Each read lays one more revision over the book; comparing all scores is what takes long.
      await store.read((tx) => cache.book(tx));
      if (index % 15 === 14) await expectSame();
    }
  });

  it('has the value from before when the newest is returned, and none when there was none before', async () => {
    const [report] = (await store.read((tx) => tx.all('reports'))).filter(
      ({ period }) => period === '2026-08',
    );
    if (!report) throw new Error('no report to return');
    const { indicator, unit, period } = report;
    await revise(report, { id: 'report_new', value: '77' });
    const valueIn = (book: Book) => book.valueFor(indicator, unit, period)?.value;
    expect((await both()).map(valueIn)).toEqual(['77', '77']);
    await put(async (tx) =>
      tx.put('reports', { ...report, id: 'report_new', rev: report.rev + 1, state: 'returned' }),
    );
    expect((await both()).map(valueIn)).toEqual([report.value, report.value]);
    await put(async (tx) => tx.put('reports', { ...report, state: 'returned' }));
    expect((await both()).map(valueIn)).toEqual([undefined, undefined]);
    await expectSame();
  });

  it('scores everybody as one that is read anew when many values are confirmed or returned at once', async () => {
    const reports = (await store.read((tx) => tx.all('reports'))).filter(
      ({ period }) => period === '2026-10',
    );
    await put(async (tx) => {
      for (const [index, report] of reports.slice(0, 60).entries())
        await tx.put('reports', { ...report, state: index % 2 === 0 ? 'confirmed' : 'returned' });
    });
    await expectSame();
  });

  it('is revised, not read anew, by an import of thousands of new, corrected and older values', async () => {
    const reports = await store.read((tx) => tx.all('reports'));
    const imported = reports.slice(0, 5000).map((report, index) => ({
      ...report,
      id: `imported_${index}`,
      // An older revision than the one in force does not count.
      rev: Math.max(1, report.rev + (index % 5) - 1),
      value: String(index % 97),
      ...(index % 7 === 0 ? { state: 'returned' as const } : {}),
    }));
    const withdrawn = reports.slice(5000, 5040).map((report) => ({ ...report, state: 'returned' as const }));
    await store.read((tx) => cache.book(tx));
    const batch = await store.prepare('reports', imported);
    await put((tx) => tx.putBatch(batch));
    await store.read(async (tx) => {
      await cache.book({ ...bound(tx), all: () => Promise.reject(new Error('read anew')) });
    });
    await expectSame();
    await put(async (tx) => {
      for (const report of withdrawn) await tx.put('reports', report);
    });
    await expectSame();
  });

  it('keeps the values it knows when rules change, alone or with a report, and does not read them anew', async () => {
    const [report] = await store.read((tx) => tx.all('reports'));
    const assignments = await store.read((tx) => tx.all('assignments'));
    const [one, two] = assignments.filter(({ unit, year }) => unit === 'U01' && year === 2026);
    if (!report || !one || !two) throw new Error('nothing to change');
    for (const change of [{ annual_target: '1' }, { annual_target: '2' }]) {
      await put(async (tx) => {
        for (const before of [one, two]) await tx.put('assignments', { ...before, ...change });
        if (change.annual_target === '2') await tx.put('reports', { ...report, id: 'r_rules', rev: 98 });
      });
      await store.read(async (tx) => {
        const all = <N extends CollectionName>(name: N): Promise<Doc<N>[]> =>
          name === 'reports' ? Promise.reject(new Error('read anew')) : tx.all(name);
        await cache.book({ ...bound(tx), all });
      });
      await expectSame();
    }
  });

  it('stays the same for everybody while a transaction looks at rules of its own', async () => {
    const [report] = await store.read((tx) => tx.all('reports'));
    const [assignment] = await store.read((tx) => tx.all('assignments'));
    if (!report || !assignment) throw new Error('nothing to change');
    const before = await store.read((tx) => cache.book(tx));
    const refused = put(async (tx) => {
      await tx.put('assignments', { ...assignment, annual_target: '77' });
      expect(await cache.book(tx)).not.toBe(before);
      expect(await store.read((reading) => cache.book(reading))).toBe(before);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await store.read((tx) => cache.book(tx))).toBe(before);
  });

  it('knows nothing of what a refused transaction had put', async () => {
    const [report] = await store.read((tx) => tx.all('reports'));
    if (!report) throw new Error('no report to revise');
    const refused = put(async (tx) => {
      await tx.put('reports', { ...report, id: 'report_refused', rev: 99, value: '88' });
      expect((await cache.book(tx)).valueFor(report.indicator, report.unit, report.period)?.value).toBe('88');
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await expectSame();
  });

  it('lets go of the books before it and of all that they remember', async () => {
    const [unit] = await store.read((tx) => tx.all('units'));
    const [report] = await store.read((tx) => tx.all('reports'));
    if (!unit || !report) throw new Error('nothing to change');
    const remembered: WeakRef<Group>[] = [];
    for (const name of ['甲', '乙', '丙', '丁']) {
      await put((tx) => tx.put('units', { ...unit, name }));
      await revise(report, { rev: 200 + remembered.length });
      const group = (await store.read((tx) => cache.book(tx))).groupOf(unit.id, 2026);
      if (!group) throw new Error('no group');
      remembered.push(new WeakRef(group));
    }
    // What a reference was made to in this turn of the loop is not let go of in it.
    await pause(0);
    collectGarbage();
    expect(remembered.map((group) => group.deref() !== undefined)).toEqual([false, false, false, true]);
    await expectSame();
  });
});
