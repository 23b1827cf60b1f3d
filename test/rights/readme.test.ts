import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { permissionOf } from '#src/authorize/permissions.ts';
import { privateSight, rankingSight } from '#src/authorize/ranking-sight.ts';
import type { Actor, Place } from '#src/domain/people/actor.ts';
import { type Role, roleNames, roleSchema } from '#src/domain/people/role.ts';

const languages = [
  {
    file: 'README.md',
    head: '## Who sees what',
    called: (role: Role) => role.replaceAll('_', ' ').replace(/s?$/, ''),
    everything: 'all',
    alone: 'Audit trail and parked messages: administrators only, only in private',
  },
  {
    file: 'README.zh-CN.md',
    head: '## 谁能看到什么',
    called: (role: Role) => roleNames[role],
    everything: '全部',
    alone: '审计记录和滞留消息只给管理员、只在私聊里看',
  },
];

function sectionOf(file: string, head: string): string {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(head);
  return text.slice(from, text.indexOf('\n## ', from + 1));
}

const actorWith = (...roles: Role[]): Actor => ({ openId: 'ou_x', id: 'x', name: '某', roles });

describe.each(languages)('“who sees what” of $file', ({ file, head, called, everything, alone }) => {
  const section = sectionOf(file, head);
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));

  test('names in its first row exactly the roles that see everything in private', () => {
    const [, first = ''] = rows;
    const [where = '', places = ''] = first
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    expect(places).toBe(everything);
    const named = roleSchema.options.filter((role) => where.includes(called(role)));
    expect(named).toEqual(roleSchema.options.filter((role) => privateSight(actorWith(role)).kind === 'all'));
  });

  test('has a row for each kind of sight that a group has, in the table’s order', () => {
    const groups: Place[] = [
      { type: 'group', chatId: 'oc_1', kind: 'leaders' },
      { type: 'group', chatId: 'oc_1', kind: 'unit', of: 'U01' },
      { type: 'group', chatId: 'oc_1', kind: 'task_force', of: 'TF01' },
      { type: 'group', chatId: 'oc_1', kind: 'public_ranking', full: false },
      { type: 'group', chatId: 'oc_1' },
    ];
    const sights = groups.map((place) => rankingSight(actorWith('district_leader'), place).kind);
    expect(sights).toEqual(['all', 'top', 'task_force', 'top', 'none']);
    expect(rows).toHaveLength(1 + groups.length);
  });

  test('says that audit trail and parked messages are for administrators in private, as the table of rights does', () => {
    expect(section).toContain(alone);
    for (const name of ['audit', 'parked'] as const)
      expect(permissionOf(name)).toMatchObject({ roles: ['admin'], where: 'private' });
  });
});
