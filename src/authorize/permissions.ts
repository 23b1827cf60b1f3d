import { type Role, roleNames } from '../domain/people/role.ts';

interface Permission {
  /** Who may; `anyone` is everybody who can write to the bot, bound or not. */
  readonly roles: readonly Role[] | 'anyone';
  /** `private`: only where nobody else reads along. */
  readonly where: 'anywhere' | 'private';
  /** What it is, for refusals: “…只有…可以”. */
  readonly name: string;
}

const staff: readonly Role[] = [
  'cadre',
  'unit_head',
  'task_force_office',
  'district_leader',
  'assessment_office',
  'organization_dept',
  'supervision_office',
  'enterprise_desk',
  'admin',
];

/** Who is shown everything (domain §8), when nobody reads along. */
export const seeAll: readonly Role[] = [
  'district_leader',
  'assessment_office',
  'organization_dept',
  'supervision_office',
];

/** The one table of rights (domain §1). What is not here is nobody's. Rights on single records are decided beside the records. */
const permissions = {
  help: { roles: 'anyone', where: 'anywhere', name: '查看帮助' },
  bind: { roles: 'anyone', where: 'private', name: '绑定身份' },
  'bind.manage': { roles: ['admin'], where: 'private', name: '为他人绑定身份' },
  'enterprise.invite': { roles: ['admin', 'enterprise_desk'], where: 'private', name: '邀请企业人员' },
  audit: { roles: ['admin'], where: 'private', name: '查看审计记录' },
  'chat.register': { roles: ['admin'], where: 'anywhere', name: '登记群聊' },
  parked: { roles: ['admin'], where: 'private', name: '处理滞留消息' },
  ranking: { roles: staff, where: 'anywhere', name: '查看排名' },
  // The file itself is always sent to its asker alone.
  export: { roles: staff, where: 'anywhere', name: '导出工作簿' },
  import: { roles: ['admin', 'assessment_office', 'cadre'], where: 'private', name: '导入工作簿' },
  'import.roster': { roles: ['admin'], where: 'private', name: '导入单位、干部和专班名册' },
  'import.rules': {
    roles: ['assessment_office'],
    where: 'private',
    name: '导入指标、赛道、目标和对标数据',
  },
  // A cadre's workbook brings in only what they may report anyway.
  'import.values': { roles: ['assessment_office', 'cadre'], where: 'private', name: '导入进度' },
  explain: { roles: staff, where: 'anywhere', name: '查看得分明细' },
  // In a group only among leaders; elsewhere the answer goes to its asker alone.
  brief: { roles: seeAll, where: 'anywhere', name: '查看简报' },
  // What is being changed and what is proposed is the office's alone until it is in force.
  targets: { roles: ['assessment_office'], where: 'private', name: '调整目标和规则' },
  adjust: { roles: ['assessment_office'], where: 'private', name: '办理加减分' },
  published: { roles: staff, where: 'anywhere', name: '查看公布结果' },
  publish: { roles: ['assessment_office'], where: 'private', name: '公布结果' },
  fairness: { roles: seeAll, where: 'private', name: '查看公平性分析' },
  grades: { roles: seeAll, where: 'private', name: '查看年度等次' },
  'grades.decide': { roles: ['assessment_office'], where: 'private', name: '评定年度等次' },
  rules: { roles: staff, where: 'private', name: '查看规则版本' },
  report: { roles: ['cadre'], where: 'anywhere', name: '上报进度' },
  mine: { roles: ['cadre'], where: 'anywhere', name: '查看我的任务' },
  indicator: { roles: staff, where: 'anywhere', name: '查看指标' },
  // Values of units that are nobody else's to read: never where others read along.
  value: { roles: staff, where: 'private', name: '查看完成值' },
  'value.correct': { roles: ['unit_head'], where: 'private', name: '更正完成值' },
  // A task force's office sees what waits and chases what is missing; it decides nothing.
  awaiting: {
    roles: ['unit_head', 'assessment_office', 'task_force_office'],
    where: 'private',
    name: '查看待审核的数据',
  },
  confirm: { roles: ['unit_head', 'assessment_office'], where: 'private', name: '审核上报' },
  urge: { roles: ['assessment_office', 'task_force_office'], where: 'private', name: '催报' },
  // To which report or proposal is decided beside the record.
  evidence: { roles: ['cadre', 'assessment_office'], where: 'private', name: '附佐证材料' },
  lock: { roles: ['assessment_office'], where: 'private', name: '锁定账期' },
  benchmark: { roles: ['assessment_office'], where: 'private', name: '录入对标值' },
  'problem.submit': { roles: ['entrepreneur'], where: 'anywhere', name: '提交企业诉求' },
  // The form shows whom to call and its card the tracking code: never where others read along.
  'problem.send': { roles: ['entrepreneur'], where: 'private', name: '提交企业诉求' },
  'problem.supplement': { roles: ['entrepreneur'], where: 'private', name: '补充诉求说明' },
  'problem.rate': { roles: ['entrepreneur'], where: 'private', name: '评价诉求办理' },
  'problem.work': { roles: ['enterprise_desk', 'cadre'], where: 'private', name: '办理企业诉求' },
  ticket: { roles: ['entrepreneur', 'enterprise_desk', 'cadre'], where: 'anywhere', name: '查看诉求进展' },
} as const satisfies Record<string, Permission>;

/** A row of the table. */
export type PermissionName = keyof typeof permissions;

/** The roles as a refusal names them, none left out. */
export function rolesInWords(roles: readonly Role[]): string {
  if (staff.every((role) => roles.includes(role))) return '本区工作人员';
  return roles.map((role) => roleNames[role]).join('、');
}

/** The entry of a permission. */
export function permissionOf(name: PermissionName): Permission {
  return permissions[name];
}
