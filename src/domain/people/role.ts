import { z } from 'zod';

export const roleSchema = z.enum([
  'cadre',
  'unit_head',
  'task_force_office',
  'district_leader',
  'assessment_office',
  'organization_dept',
  'supervision_office',
  'enterprise_desk',
  'entrepreneur',
  'admin',
]);

/** What a person is to the product (domain §1). A person may hold several. */
export type Role = z.infer<typeof roleSchema>;

/** Role → the Chinese word on cards. */
export const roleNames: Record<Role, string> = {
  cadre: '干部',
  unit_head: '单位主要负责人',
  task_force_office: '专班办公室',
  district_leader: '区领导',
  assessment_office: '考核办',
  organization_dept: '组织部',
  supervision_office: '督查室',
  enterprise_desk: '企服专员',
  entrepreneur: '企业家',
  admin: '系统管理员',
};
