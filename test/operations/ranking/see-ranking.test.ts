import { expect, it } from 'vitest';
import { rankingCard } from '#cards/ranking/ranking.ts';
import type { Book } from '#src/domain/assessment/scoring/book.ts';
import type { Actor, Place } from '#src/domain/people/actor.ts';
import type { Cadre } from '#src/domain/people/cadre.ts';
import type { Role } from '#src/domain/people/role.ts';
import type { RankingScope } from '#src/operations/ranking/ranking-scope.ts';
import { seeRanking } from '#src/operations/ranking/see-ranking.ts';
import { StrongError } from '#src/shared/errors.ts';
import { deepFreeze } from '#src/store/memory/frozen.ts';
import { bookOf } from '../../domain/assessment/compare-with-oracle.ts';
import { demoWorld } from '../../domain/assessment/demo-world.ts';

const world = demoWorld();
const at = { period: '2026-10', now: '2026-11-22T09:00:00+08:00' };
const [force] = world.taskForces;
const contact = force?.office_contacts[0] ?? '';

function actor(id: string, roles: readonly Role[], units: readonly string[] = []): Actor {
  const posts = units.map((unit) => ({ unit, post: '科长' }));
  const cadre: Cadre = {
    ...{ id, name: id, unit: units[0] ?? null, unit_name: '', post: '科长', rank: '正科' },
    ...{ posts, post_since: '2024-01-01', roles: [...roles] },
  };
  return { openId: `ou_${id}`, roles, cadre, id, name: id };
}

const actors = [
  actor('C901', ['district_leader']),
  actor('C902', ['cadre'], ['U01']),
  actor('C903', ['cadre'], ['U42']),
  actor('C904', ['unit_head'], ['U01', 'U42']),
  actor('C905', ['cadre']),
  actor(contact, ['cadre', 'task_force_office'], ['U01']),
  actor('C906', ['task_force_office'], ['U01']),
  { ...actor('E1', ['entrepreneur']), enterprise: 'E1' },
];
const group = { type: 'group', chatId: 'oc_g' } as const;
const places: Place[] = [
  { type: 'private', chatId: 'oc_p' },
  { ...group, kind: 'leaders' },
  { ...group, kind: 'public_ranking', full: false },
  { ...group, kind: 'public_ranking', full: true },
  { ...group, kind: 'unit', of: 'U42' },
  { ...group, kind: 'task_force', of: force?.id ?? '' },
  group,
];
const scopes: RankingScope[] = [
  { scope: 'track', of: 'T1' },
  { scope: 'task_force', of: force?.id },
  { scope: 'indicator', of: force?.indicators[0] },
];
const askings = actors.flatMap((who) =>
  places.flatMap((place) => scopes.map((scope) => ({ ...scope, ...at, actor: who, place }))),
);

/** The card somebody is shown, made of a view that nobody can change, or the sentence of a refusal. */
function shown(book: Book, asked: (typeof askings)[number]): string {
  try {
    const seen = deepFreeze(seeRanking(book, asked));
    return JSON.stringify([seen, rankingCard({ demo: true, asOf: at.now, shown: seen, page: 1 })]);
  } catch (error) {
    if (error instanceof StrongError) return error.say;
    throw error;
  }
}

it('shows everybody, everywhere, what they would be shown if nobody had asked before', () => {
  const shared = bookOf(world);
  const alone = (asked: (typeof askings)[number]) => shown(bookOf(world), asked);
  // Asked by others first, whoever they are, in one order and the other.
  for (const asked of [...askings].reverse()) shown(shared, asked);
  const other = askings.filter((asked) => shown(shared, asked) !== alone(asked));
  expect(other.map(({ actor: { id }, place, scope }) => [id, place, scope])).toEqual([]);
  expect(new Set(askings.map((asked) => shown(shared, asked))).size).toBeGreaterThan(12);
});
