import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import type { Actor } from '#src/domain/people/actor.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import { recordDraft } from '#src/operations/reporting/record-draft.ts';
import { replacedMark } from '#src/operations/reporting/replaced-mark.ts';
import { correctable, correctValue } from '#src/operations/values/correct-value.ts';
import { confirmValues, returnValues } from '#src/operations/values/decide-values.ts';
import { narrowAwaiting, visibleAwaiting } from '#src/operations/values/list-awaiting.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { assignment, indicator } from '../../domain/assessment/small-book.ts';

const now = '2026-11-03T09:00:00+08:00';
const item = { indicator: 'AA-01', unit: 'U01', period: '2026-10' };
const key = 'AA-01|U01|2026-10';
const head: Actor = {
  ...{ openId: 'ou_head', id: 'C001', name: '洪云飞', roles: ['cadre', 'unit_head'] },
  cadre: {
    ...{
      id: 'C001',
      name: '洪云飞',
      unit: 'U01',
      unit_name: '区财政局',
      post: '局长',
      rank: '',
      post_since: '',
    },
    ...{ posts: [{ unit: 'U01', post: '局长' }], roles: ['cadre', 'unit_head'] },
  },
};

type Step =
  | { readonly do: 'report' | 'correct'; readonly value: number }
  | { readonly do: 'confirm' | 'return' };
interface Revision {
  readonly value: string;
  readonly state: string;
}

const stepArb: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('report' as const, 'correct' as const),
    value: fc.integer({ min: 0, max: 1000 }),
  }),
  fc.record({ do: fc.constantFrom('confirm' as const, 'return' as const) }),
);

/** Where the value in force stands among the revisions: the highest that is not returned. */
const inForceAt = (model: readonly Revision[]) => model.findLastIndex(({ state }) => state !== 'returned');

/** What domain §3 says of a step; the same list where it changes nothing. */
function after(model: readonly Revision[], step: Step): readonly Revision[] {
  const at = inForceAt(model);
  const current = model[at];
  if (step.do === 'report') return [...model, { value: `${step.value}`, state: 'submitted' }];
  if (step.do === 'correct')
    return current ? [...model, { value: `${step.value}`, state: 'confirmed' }] : model;
  if (current?.state !== 'submitted') return model;
  const state = step.do === 'confirm' ? 'confirmed' : 'returned';
  return model.map((each, index) => (index === at ? { ...each, state } : each));
}

async function small() {
  const store = createMemoryStore({ mode: 'demo' });
  const knowledge = createKnowledgeCache(workCalendar([]));
  await store.write({ at: now, who: 'system', what: 'test' }, async (tx) => {
    await tx.put('indicators', indicator({ code: 'AA-01' }));
    await tx.put('assignments', assignment({}));
    const unit = {
      id: 'U01',
      name: '区财政局',
      short_name: '区财政局',
      aliases: [],
      kind: 'department' as const,
    };
    await tx.put('units', { ...unit, kind_name: '机关部门', track: 'T1', grades: {} });
  });
  const take = (step: Step) =>
    store.write({ at: now, who: 'ou_head', what: step.do }, async (tx) => {
      const book = await knowledge.book(tx);
      if (step.do === 'report') {
        const draft = {
          id: 'draft_1',
          person: 'ou_head',
          state: 'open' as const,
          created_at: now,
          said: null,
        };
        const items = [{ ...item, value: `${step.value}` }];
        await tx.put('drafts', { ...draft, items, asks: [], refused: [] });
        const shown = { draft: 'draft_1', actor: head, book, now, seen: replacedMark(book, items) };
        expect(await recordDraft(tx, shown)).toHaveLength(1);
      } else if (step.do === 'correct') {
        const id = book.valueFor('AA-01', 'U01', '2026-10')?.id;
        if (id === undefined) return;
        const before = await correctable(tx, { report: id, actor: head, book, now });
        await correctValue(tx, { before, value: `${step.value}`, why: '口径调整', actor: head, now });
      } else {
        const values = narrowAwaiting(book, await visibleAwaiting(tx, book, head), {});
        if (step.do === 'confirm') await confirmValues(tx, { values, actor: head, now });
        else await returnValues(tx, { values, actor: head, now, reason: '请核对' });
      }
    });
  const seen = () =>
    store.read(async (tx) => {
      const revisions = (await tx.find('reports', { index: 'place', key })).sort((a, b) => a.rev - b.rev);
      return { revisions, value: (await knowledge.book(tx)).valueFor('AA-01', 'U01', '2026-10')?.value };
    });
  return { take, seen };
}

test('whatever is reported, confirmed, returned and corrected: every revision stays, and the highest not returned counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArb, { maxLength: 8 }), async (steps) => {
      const { take, seen } = await small();
      let model: readonly Revision[] = [];
      for (const step of steps) {
        await take(step);
        model = after(model, step);
        const { revisions, value } = await seen();
        expect(revisions.map(({ value: each, state }) => ({ value: each, state }))).toEqual(model);
        expect(revisions.map(({ rev }) => rev)).toEqual(model.map((_, index) => index + 1));
        expect(value).toBe(model[inForceAt(model)]?.value);
      }
    }),
    { numRuns: 40, seed: 20261106 },
  );
});
