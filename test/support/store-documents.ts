import type { Doc } from '#src/store/collections.ts';
import type { WriteMeta } from '#src/store/document-store.ts';

/** An inbox document: the smallest one with an index and a part that the schema passes through unread. */
export function inboxDoc(id: string, part: Partial<Doc<'inbox'>> = {}): Doc<'inbox'> {
  return { id, state: 'pending', received_ms: 0, attempts: 0, body: null, ...part };
}

/** A setting, whose value can be anything. */
export function settingDoc(id: string, value: Record<string, unknown> = {}): Doc<'settings'> {
  return { id, value };
}

/** A cadre of a unit. */
export function cadreDoc(number: number, unit: string | null): Doc<'cadres'> {
  const id = `C${String(number).padStart(5, '0')}`;
  const names = { name: `干部${number}`, unit_name: '某单位', post: '科长', rank: '正科' };
  return { id, ...names, unit, posts: [{ unit, post: '科长' }], post_since: '2024-01-01', roles: [] };
}

/** What a journal line of a test says. */
export function metaOf(part: Partial<WriteMeta> = {}): WriteMeta {
  return { at: '2026-11-06T09:00:00+08:00', who: 'ou_a', what: 'test.write', ...part };
}
