import type { Cadre } from '../domain/people/cadre.ts';
import { roleNames } from '../domain/people/role.ts';
import type { Suggestion } from '../emulator/emulator.ts';
import { type EmulatedChat, type EmulatedPerson, outsiders } from '../emulator/state/roster.ts';
import type { DocumentStore } from '../store/document-store.ts';

const kindGroups = {
  department: '机关部门',
  street: '镇街道',
  town: '镇街道',
  park: '园区平台国企',
  soe: '园区平台国企',
};

function groupOf(cadre: Cadre, kinds: ReadonlyMap<string, keyof typeof kindGroups>): string {
  const kind = cadre.unit === null ? undefined : kinds.get(cadre.unit);
  return cadre.roles.includes('district_leader') || !kind ? '区领导' : kindGroups[kind];
}

/** A fictional mobile under which the emulator's directory finds a cadre: 139 0000 and the number of the id. */
function mobileOf(id: string): string {
  return `1390000${id.slice(1).padStart(4, '0')}`;
}

/** The people of the demonstration district, as the chat page lists them. */
export async function demoPeople(store: DocumentStore): Promise<EmulatedPerson[]> {
  return store.read(async (tx) => {
    const units = await tx.all('units');
    const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
    const cadres = (await tx.all('cadres')).map((cadre) => ({
      openId: `ou_demo_${cadre.id}`,
      name: cadre.name,
      title: cadre.post,
      unit: cadre.unit_name,
      group: groupOf(cadre, kinds),
      roles: cadre.roles.map((role) => roleNames[role]),
      mobile: mobileOf(cadre.id),
    }));
    const owners = (await tx.all('enterprises')).map((enterprise) => ({
      openId: `ou_demo_${enterprise.id}`,
      name: enterprise.short_name,
      title: '企业负责人',
      unit: enterprise.name,
      group: outsiders,
      roles: [roleNames.entrepreneur],
    }));
    return [...cadres, ...owners];
  });
}

function membersOf(cadres: readonly Cadre[], units: ReadonlySet<string>): string[] {
  const belongs = ({ posts }: Cadre) => posts.some(({ unit }) => unit !== null && units.has(unit));
  return cadres.filter(belongs).map(({ id }) => `ou_demo_${id}`);
}

/** The demonstration's groups with their members. */
export async function demoGroups(store: DocumentStore): Promise<EmulatedChat[]> {
  return store.read(async (tx) => {
    const cadres = await tx.all('cadres');
    const leaders = cadres.filter(({ roles }) =>
      roles.some(
        (role) => role === 'district_leader' || role === 'unit_head' || role === 'assessment_office',
      ),
    );
    const forces = (await tx.all('task_forces')).map(({ id, name, members, leader }) => ({
      id: `oc_demo_tf_${id}`,
      name: `${name}工作群`,
      note: `登记为：${name}`,
      members: [...new Set([`ou_demo_${leader}`, ...membersOf(cadres, new Set(members))])],
    }));
    const units = (await tx.all('units')).map(({ id, short_name }) => ({
      id: `oc_demo_unit_${id}`,
      name: `${short_name}工作群`,
      note: `登记为：${short_name}`,
      members: membersOf(cadres, new Set([id])),
    }));
    const everybody = { members: 'all_staff' as const };
    return [
      { id: 'oc_demo_ranking', name: '云澜区争先进位群', note: '登记为：公开排名', ...everybody },
      {
        id: 'oc_demo_leaders',
        name: '区领导调度群',
        note: '登记为：领导',
        members: leaders.map(({ id }) => `ou_demo_${id}`),
      },
      { id: 'oc_demo_talk', name: '日常交流群', note: '没有登记', ...everybody },
      ...forces,
      ...units,
    ];
  });
}

/** Whom the first screen suggests to be, and what to try. */
export const demoSuggestions: readonly Suggestion[] = [
  {
    openId: 'ou_demo_C045',
    headline: '报数的干部：一句话上报，看名次变化',
    tries: ['/我的', '专项债券资金支出进度10月84.3%', '/得分 10月'],
  },
  {
    openId: 'ou_demo_C002',
    headline: '区领导：看排名，问为什么',
    tries: ['/排名', '/排名 镇街 三季度', '/排名 固投'],
  },
  { openId: 'ou_demo_E001', headline: '企业家：提交诉求，跟到办结', tries: ['/诉求', '/工单'] },
  { openId: 'ou_demo_C055', headline: '企服专员：受理、交办、办结', tries: ['/工单', '/帮助'] },
];
