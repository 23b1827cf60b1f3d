import { beforeAll, describe, expect, it } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import type { Actor, Place } from '#src/domain/people/actor.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import { loadActor } from '#src/operations/people/load-actor.ts';
import { publishTable } from '#src/operations/published/publish-table.ts';
import { checkNoDraft, hideResults, isHiddenDraft } from '#src/operations/ranking/result-drafts.ts';
import type { DocumentStore, WriteTx } from '#src/store/document-store.ts';
import { demoStart, demoStore } from '../../support/demo-store.ts';

const period = '2026-10';
const cache = createKnowledgeCache(loadCalendar(['data/seed'], [2025, 2026, 2027]));
const privately: Place = { type: 'private', chatId: 'oc_p' };
const ranking: Place = { type: 'group', chatId: 'oc_r', kind: 'public_ranking', full: true };
const leaders: Place = { type: 'group', chatId: 'oc_l', kind: 'leaders' };

describe('results that are drafts until they are published', () => {
  let store: DocumentStore;
  beforeAll(async () => {
    ({ store } = await demoStore());
  });
  const write = <T>(run: (tx: WriteTx) => Promise<T>) =>
    store.write({ at: demoStart, who: 'C085', what: 'test' }, run);
  const actor = (id: string): Promise<Actor> =>
    store.read((tx) => loadActor(tx, { open_id: `ou_demo_${id}`, tenant: '' }, ''));
  type Of = Parameters<typeof isHiddenDraft>[2]['of'];
  const hidden = async (id: string, place: Place, of: Of) => {
    const who = await actor(id);
    return store.read(async (tx) =>
      isHiddenDraft(tx, await cache.book(tx), { of, period, now: demoStart, actor: who, place }),
    );
  };
  const publish = (scope: 'track' | 'task_force', of: string) =>
    write(async (tx) =>
      publishTable(tx, await cache.book(tx), { scope, of, period, now: demoStart, by: 'C085', why: '' }),
    );

  const own: Of = { unit: 'U06' };
  const track: Of = { scope: 'track', of: 'T1' };
  const district: Of = { scope: 'district' };

  it('are shown to everybody as ever unless the office has switched it on', async () => {
    expect(await hidden('C045', privately, own)).toBe(false);
    await write((tx) => hideResults(tx, true));
    expect(await hidden('C045', privately, own)).toBe(true);
  });

  it('are shown to those who see everything, alone or in the leaders’ group, in no other group', async () => {
    for (const id of ['C002', 'C085', 'C098', 'C089'])
      expect(await hidden(id, privately, district)).toBe(false);
    expect(await hidden('C002', leaders, district)).toBe(false);
    expect(await hidden('C002', ranking, district)).toBe(true);
    expect(await hidden('C056', privately, track)).toBe(true);
  });

  it('are shown once published: a unit’s with its track, a list with all of its tracks, a task force’s with its own table', async () => {
    await publish('track', 'T1');
    expect(await hidden('C045', privately, own)).toBe(false);
    expect(await hidden('C045', privately, track)).toBe(false);
    expect(await hidden('C045', privately, district)).toBe(true);
    expect(await hidden('C045', privately, { scope: 'task_force', of: 'TF01' })).toBe(true);
    await publish('task_force', 'TF01');
    expect(await hidden('C045', privately, { scope: 'task_force', of: 'TF01' })).toBe(false);
    for (const of of ['T2', 'T3', 'T4']) await publish('track', of);
    expect(await hidden('C045', ranking, district)).toBe(false);
  });

  it('are refused with what to do instead', async () => {
    const who = await actor('C045');
    const showing = { of: own, period: '2026-09', now: demoStart, actor: who, place: privately };
    const asked = store.read(async (tx) => checkNoDraft(tx, await cache.book(tx), showing));
    await expect(asked).rejects.toMatchObject({
      code: 'not_allowed',
      say: expect.stringContaining('2026年9月的结果还没有公布'),
    });
  });
});
