import type { ChangeWords } from '#src/domain/assessment/rules/rule-change-words.ts';

/** A name as long as they come. */
export const long = '云澜高新技术产业开发区管理委员会行政审批和政务服务数据管理局';
/** A rule as long as they come. */
export const longRule =
  '综合赋分（60%×目标完成率（上限1.1，下限0.2）＋25%×名次赋分（按完成率，每降1位扣0.05，保底0.5）＋15%×增幅比较（与全市比，基准0.8，每1个百分点0.05））';

/** A change of weight and rule. */
export const change: ChangeWords = {
  about: '区财政局 · 固定资产投资',
  kind: 'changed',
  fields: [
    { name: '权重', before: '42', after: '40' },
    {
      name: '赋分规则',
      before: '名次赋分（每降1位扣0.05）',
      after: '名次赋分（按完成率，每降1位扣0.05，保底0.5）',
    },
  ],
};
/** Something new. */
export const added: ChangeWords = {
  about: '区财政局 · 一般公共预算收入',
  kind: 'added',
  fields: [
    { name: '权重', before: null, after: '5' },
    { name: '全年目标', before: null, after: '170 亿元' },
  ],
};
/** Something gone. */
export const removed: ChangeWords = {
  ...added,
  kind: 'removed',
  fields: [{ name: '权重', before: '5', after: null }],
};
/** A change of everything. */
export const longChange: ChangeWords = {
  about: `${long} · 规模以上战略性新兴产业增加值占比`,
  kind: 'changed',
  fields: ['权重', '全年目标', '时点目标', '赋分规则', '责任领导', '填报人'].map((name) => ({
    name,
    before: longRule,
    after: `${longRule}；${longRule}`,
  })),
};
