import type { SheetKind } from '../plan/import-plan.ts';

/** How a column is known: by its own words (brackets left out), and where needed by the group of columns it stands in. */
export interface FieldPattern {
  readonly is: RegExp;
  readonly within?: RegExp;
  readonly notWithin?: RegExp;
}

/** The columns of a kind of sheet: `required` has one or more of each group. */
export interface Layout {
  readonly kind: SheetKind;
  readonly fields: Readonly<Record<string, FieldPattern>>;
  readonly required: readonly (readonly string[])[];
  /** Columns named by periods, by their group of columns. */
  readonly periods: Readonly<Record<string, Omit<FieldPattern, 'is'>>>;
  /** Fields that are one merged cell down many rows; a row with nothing else is blank. */
  readonly carried: readonly string[];
}

const places = /位次|名次|排名/;
const unit = { is: /^(?:责任|承担|考核|填报|报送|所在|工作)?单位(?:名称)?$/ };
const indicator = { is: /^(?:考核|任务)?指标(?:名称)?$|^名称$|^任务名称$/ };
const code = { is: /^(?:指标)?(?:代码|编码|编号)$/ };
const measure = { is: /^计量单位$|^单位\/?计量$|^计量$/ };

/** Every kind of sheet; which one a sheet is, its headers say, never its name. */
export const layouts: readonly Layout[] = [
  {
    kind: 'units',
    fields: {
      name: { is: /^(?:单位)?全称$|^单位名称$|^单位$/ },
      short_name: { is: /^(?:单位)?简称$/ },
      aliases: { is: /别名|俗称/ },
      kind: { is: /^(?:单位)?(?:类别|类型)$/ },
      track: { is: /赛道/ },
      grade: { is: /等次/ },
    },
    required: [['name'], ['short_name'], ['track']],
    periods: {},
    carried: ['kind'],
  },
  {
    kind: 'cadres',
    fields: {
      name: { is: /^姓名$/ },
      unit,
      post: { is: /^(?:现任)?职务$/ },
      rank: { is: /职级/ },
      since: { is: /任现?职/ },
      roles: { is: /角色|权限/ },
      posts: { is: /兼任|兼职/ },
    },
    required: [['name'], ['unit'], ['post']],
    periods: {},
    carried: ['unit'],
  },
  {
    kind: 'task_forces',
    fields: {
      name: { is: /^(?:工作)?专班(?:名称)?$/ },
      leader: { is: /领导|组长/ },
      office: { is: /办公室/ },
      members: { is: /成员/ },
      contacts: { is: /联络员|联系人/ },
      guidance: { is: /指导组|对1/ },
    },
    required: [['name'], ['members'], ['leader', 'office']],
    periods: {},
    carried: [],
  },
  {
    kind: 'indicators',
    fields: {
      task_force: { is: /专班/ },
      code,
      name: indicator,
      aliases: { is: /简称|别名/ },
      measure: { is: /^计量单位$|^单位$|^计量$/ },
      direction: { is: /方向/ },
      kind: { is: /性质|口径/ },
      frequency: { is: /频次|频率|周期/ },
      lead_unit: { is: /牵头单位|责任单位/ },
      leader: { is: /领导/ },
      source: { is: /来源/ },
      level: { is: /层级|级别/ },
      decimals: { is: /小数/ },
      min: { is: /下限|最小/ },
      max: { is: /^(?:合理)?上限|最大/ },
      growth_of: { is: /总量/ },
    },
    required: [['code'], ['name'], ['measure'], ['frequency', 'direction', 'kind']],
    periods: {},
    carried: ['task_force'],
  },
  {
    kind: 'tracks',
    fields: {
      name: { is: /^赛道(?:名称)?$/ },
      description: { is: /说明|描述/ },
      bonus_cap: { is: /加分/ },
      first_quota: { is: /一等/ },
      second_quota: { is: /二等/ },
      count: { is: /单位(?:个)?数/ },
      units: { is: /名单|^(?:参赛|参评|包含|所属)单位$/ },
    },
    required: [['name'], ['units']],
    periods: {},
    carried: [],
  },
  {
    kind: 'benchmarks',
    fields: {
      code,
      name: indicator,
      period: { is: /期间|时期|报告期|月份|时间/ },
      nation: { is: /^全国|^国家/, notWithin: places },
      city_place: { is: /^(?:全市|市)/, within: places },
      province_place: { is: /^(?:全省|省)/, within: places },
      province: { is: /^(?:全省|省)/, notWithin: places },
      city: { is: /^(?:全市|市)/, notWithin: places },
      district: { is: /^本|^全[区县]$/, notWithin: places },
    },
    required: [['code', 'name'], ['period'], ['nation', 'province', 'city']],
    periods: {},
    carried: ['code', 'name'],
  },
  {
    kind: 'assignments',
    fields: {
      unit,
      code,
      indicator,
      measure,
      weight: { is: /权重|^分值$/ },
      target: { is: /^(?:\d+年)?(?:年度|全年)?目标(?:值|任务)?$/ },
      rule: { is: /计分|赋分|评分/ },
      leader: { is: /责任人|责任领导/ },
      reporter: { is: /填报人|报送人/ },
    },
    required: [['unit'], ['indicator', 'code'], ['weight'], ['target'], ['rule']],
    periods: { milestones: { notWithin: places }, places: { within: places } },
    carried: ['unit'],
  },
  {
    kind: 'reports',
    fields: { unit, code, indicator, measure, scope: { is: /口径|性质/ } },
    required: [['unit'], ['indicator', 'code'], ['values']],
    periods: { values: { notWithin: /位次|名次|排名|目标|计划|同期|上年|去年|完成率|占比/ } },
    carried: ['unit'],
  },
];
