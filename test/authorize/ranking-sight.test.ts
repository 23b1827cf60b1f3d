import { describe, expect, test } from 'vitest';
import { maySeeWorking, rankingSight } from '#src/authorize/ranking-sight.ts';
import type { Actor, Place } from '#src/domain/people/actor.ts';
import type { Role } from '#src/domain/people/role.ts';

const inPrivate: Place = { type: 'private', chatId: 'oc_p' };
const leaders: Place = { type: 'group', chatId: 'oc_l', kind: 'leaders' };
const publicRanking: Place = { type: 'group', chatId: 'oc_r', kind: 'public_ranking', full: false };
const unitChat: Place = { type: 'group', chatId: 'oc_u', kind: 'unit', of: 'U32' };
const forceChat: Place = { type: 'group', chatId: 'oc_t', kind: 'task_force', of: 'TF01' };
const unregistered: Place = { type: 'group', chatId: 'oc_x' };

function actor(roles: Role[], unit: string | null = 'U32'): Actor {
  const posts = [{ unit, post: '科长' }];
  const cadre = {
    id: 'C900',
    name: '甲',
    unit,
    unit_name: '',
    post: '',
    rank: '',
    posts,
    post_since: '',
    roles,
  };
  return { openId: 'ou_x', id: 'C900', name: '甲', roles, cadre };
}

describe('what is shown of a ranking depends on the person and the chat', () => {
  test.each(['district_leader', 'assessment_office', 'organization_dept', 'supervision_office'] as const)(
    'a %s sees everything in private',
    (role) => expect(rankingSight(actor(['cadre', role]), inPrivate)).toEqual({ kind: 'all' }),
  );

  test('a cadre sees the first five and the neighbours of the own unit in private', () => {
    expect(rankingSight(actor(['cadre']), inPrivate)).toEqual({ kind: 'top', around: ['U32'] });
  });

  test('a group sees what it is registered for, however high the asker ranks', () => {
    const secretary = actor(['cadre', 'district_leader'], null);
    expect(rankingSight(secretary, publicRanking)).toEqual({ kind: 'top', around: [] });
    expect(rankingSight(secretary, unitChat)).toEqual({ kind: 'top', around: ['U32'] });
    expect(rankingSight(secretary, forceChat)).toEqual({ kind: 'task_force', of: 'TF01' });
    expect(rankingSight(secretary, unregistered)).toEqual({ kind: 'none' });
    expect(rankingSight(actor(['cadre']), leaders)).toEqual({ kind: 'all' });
  });

  test('an entrepreneur and a stranger see none', () => {
    const entrepreneur: Actor = {
      openId: 'ou_e',
      id: 'E001',
      name: '企业',
      roles: ['entrepreneur'],
      enterprise: 'E001',
    };
    expect(rankingSight(entrepreneur, inPrivate)).toEqual({ kind: 'none' });
    expect(rankingSight({ ...entrepreneur, roles: [] }, inPrivate)).toEqual({ kind: 'none' });
  });

  test("another unit's working is shown to those who see everything, never in a public ranking chat", () => {
    expect(maySeeWorking('U33', actor(['cadre']), inPrivate)).toBe(false);
    expect(maySeeWorking('U32', actor(['cadre']), inPrivate)).toBe(true);
    expect(maySeeWorking('U33', actor(['cadre', 'district_leader']), inPrivate)).toBe(true);
    expect(maySeeWorking('U33', actor(['cadre']), { ...publicRanking, full: true })).toBe(false);
    expect(maySeeWorking('U33', actor(['cadre', 'district_leader']), unitChat)).toBe(false);
  });
});
