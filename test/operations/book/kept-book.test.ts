import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { Report } from '#src/domain/assessment/records/report.ts';
import type { Rule } from '#src/domain/assessment/records/rule.ts';
import { type Book, bookFor } from '#src/domain/assessment/scoring/book.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import { changeRules } from '#src/operations/rules/change-rules.ts';
import type { DocumentStore, ReadTx, WriteTx } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { assignment, indicator, track } from '../../domain/assessment/small-book.ts';
import { demoStart } from '../../support/demo-store.ts';

const calendar = loadCalendar(['data/seed'], [2025, 2026, 2027]);
const meta = { at: demoStart, who: 'C085', what: 'test' };
const units = ['U01', 'U02', 'U03'];
const codes = ['AA-01', 'AA-02'];
const periods = ['2026-09', '2026-10'];
const rules: readonly Rule[] = [
  { type: 'completion', cap: '1', floor: '0' },
  { type: 'efficacy', of: 'value', base: '0.6' },
  { type: 'rank', of: 'completion', step: '0.1', floor: '0.2' },
];

const place = fc.record({
  unit: fc.constantFrom(...units),
  indicator: fc.constantFrom(...codes),
  period: fc.constantFrom(...periods),
});
const value = fc.integer({ min: 1, max: 99 }).map(String);
const nth = fc.nat(3);
const state = fc.constantFrom('submitted', 'confirmed', 'returned');
const rule = fc.record({
  do: fc.constant('rule'),
  unit: fc.constantFrom(...units),
  indicator: fc.constantFrom(...codes),
  annual_target: value,
  rule: fc.constantFrom(...rules),
  from: fc.constantFrom('2026-10', '2026-11', undefined),
});
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('report'), place, value }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide'), place, nth, state }) },
  { weight: 1, arbitrary: rule },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('track'), units: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unit'), name: value }) },
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write'),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      looks: fc.boolean(),
      refused: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('import'),
      values: fc.array(fc.record({ place, value, rev: fc.integer({ min: 1, max: 4 }), state }), {
        minLength: 1,
        maxLength: 12,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('read', 'open', 'readOpen') }) },
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const signed = { reporter: 'C1', reported_at: demoStart };

/** All values in force, and every track's scores and places. */
function words(book: Book) {
  const values = periods.flatMap((period) =>
    codes.flatMap((code) => units.map((unit) => book.valueFor(code, unit, period))),
  );
  const tables = periods.flatMap((period) =>
    bookFor(book, period)
      .tracksOf(2026)
      .map(({ id }) => {
        const { units: scored } = scoreTrack(book, { track: id, period, now: demoStart });
        return scored.map(({ unit, score, place: at }) => [unit.name, score, at]);
      }),
  );
  return { values, tables };
}

/** A small district whose book is kept beside one that is read anew every time. */
class Course {
  readonly #store: DocumentStore = createMemoryStore({ mode: 'demo' });
  readonly #cache = createKnowledgeCache(calendar);
  #ids = 0;
  #open: { look: () => void; over: Promise<void> }[] = [];

  async begin(): Promise<void> {
    await this.#store.write(meta, async (tx) => {
      for (const id of units) await this.#unit(tx, id, id);
      await tx.put('tracks', track({ units }));
      for (const code of codes) {
        await tx.put('indicators', indicator({ code }));
        for (const unit of units) await tx.put('assignments', assigned(unit, code));
      }
      await tx.put('rule_versions', { id: '2026-1', at: demoStart, by: 'system', why: '年初' });
    });
  }

  async take(one: Step): Promise<void> {
    if (one.do === 'write') return this.#write(one);
    if (one.do === 'import') return this.#import(one.values);
    if (one.do === 'read') return this.#store.read((tx) => this.expectSame(tx));
    if (one.do === 'open') return this.#openRead();
    await this.end();
  }

  /** Looks at what the reads saw that were begun before. */
  async end(): Promise<void> {
    const open = this.#open.splice(0);
    for (const { look } of open) look();
    await Promise.all([...open.map(({ over }) => over), this.#store.read((tx) => this.expectSame(tx))]);
  }

  async expectSame(tx: ReadTx): Promise<void> {
    const kept = words(await this.#cache.book(tx));
    expect(kept).toEqual(words(await createKnowledgeCache(calendar).book(tx)));
  }

  #openRead(): void {
    let look = () => {};
    const looked = new Promise<void>((resolve) => {
      look = resolve;
    });
    const over = this.#store.read((tx) => looked.then(() => this.expectSame(tx)));
    this.#open.push({ look, over });
  }

  async #write({ changes, looks, refused }: Step & { do: 'write' }): Promise<void> {
    const writing = this.#store.write(meta, async (tx) => {
      for (const one of changes) await this.#change(tx, one);
      if (looks) await this.expectSame(tx);
      if (refused) throw new Error('refused');
    });
    if (refused) await expect(writing).rejects.toThrow('refused');
    else await writing;
  }

  async #import(values: (Step & { do: 'import' })['values']): Promise<void> {
    const docs = values.map(({ place: at, ...rest }) => ({ id: this.#id(), ...at, ...rest, ...signed }));
    const batch = await this.#store.prepare('reports', docs as Report[]);
    await this.#store.write(meta, (tx) => tx.putBatch(batch));
  }

  async #change(tx: WriteTx, one: Change): Promise<void> {
    if (one.do === 'unit') return this.#unit(tx, 'U01', one.name);
    if (one.do === 'track') return tx.put('tracks', track({ units: units.slice(0, one.units) }));
    if (one.do === 'rule') return changeRule(tx, one);
    const { indicator: code, unit, period } = one.place;
    const there = await tx.find('reports', { index: 'place', key: `${code}|${unit}|${period}` });
    if (one.do === 'report') {
      const rev = 1 + Math.max(0, ...there.map((report) => report.rev));
      const said = { ...one.place, value: one.value, ...signed };
      return tx.put('reports', { id: this.#id(), rev, state: 'submitted', ...said });
    }
    const report = there[one.nth];
    if (report) await tx.put('reports', { ...report, state: one.state as Report['state'] });
  }

  /** In no order, so that of two of one revision either may come first. */
  #id(): string {
    this.#ids += 1;
    return `r${(this.#ids * 7919) % 1000}`;
  }

  #unit(tx: WriteTx, id: string, name: string): Promise<void> {
    const kind = { kind: 'street' as const, kind_name: '街道' };
    return tx.put('units', { id, name, short_name: name, aliases: [], ...kind, track: 'T1', grades: {} });
  }
}

const assigned = (unit: string, code: string) =>
  assignment({ id: `${unit}-${code}`, unit, indicator: code, weight: '50' });

/** One that is refused changes nothing. */
async function changeRule(tx: WriteTx, { do: _do, from, ...part }: Change & { do: 'rule' }): Promise<void> {
  const put = [{ ...assigned(part.unit, part.indicator), ...part }];
  const changes = { assignments: { put } };
  await changeRules(tx, { changes, by: 'C085', why: '调整', now: demoStart, from }).catch((error) => {
    if (error.code !== 'bad_input') throw error;
  });
}

it('the book that is kept says what one that is read anew would, whatever came in between and whoever looks', {
  timeout: 60_000,
}, async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 5, maxLength: 20, size: 'max' }),
    async (steps) => {
      const course = new Course();
      await course.begin();
      for (const one of steps) await course.take(one as Step);
      await course.end();
    },
  );
  await fc.assert(property, { numRuns: 60 });
});
