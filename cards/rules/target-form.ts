import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { form, input, labelled, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { targetsSave, targetsShow } from './rules-buttons.ts';

/** The names of the fields. `keep` says `keep` or `remove`; `indicator` is there for a new one alone. */
export const targetFields = {
  indicator: 'indicator',
  weight: 'weight',
  target: 'target',
  milestones: 'milestones',
  rule: 'rule',
  keep: 'keep',
} as const;

/** One assignment as it is edited; without `id` a new one. What was typed before is filled in again. */
export interface TargetFormView extends Pick<Frame, 'demo'> {
  readonly unit: string;
  readonly unitName: string;
  readonly year: number;
  readonly id: string | null;
  /** Mark of the assignment as it is shown; empty for a new one. */
  readonly seen: string;
  readonly indicator?: string | undefined;
  readonly measure?: string | undefined;
  readonly weight?: string | undefined;
  readonly target?: string | undefined;
  readonly milestones?: string | undefined;
  readonly rule?: string | undefined;
  readonly error?: string | undefined;
}

const ruleExamples = [
  '目标完成率（上限1.1，下限0.2）',
  '区间赋分（0分值3.5，满分值8.5）',
  '功效系数（按完成率，基准0.6）',
  '名次赋分（按完成率，每降1位扣0.05，保底0.5）',
  '分档赋分（≥95得1；≥90得0.85；≥85得0.6），越低越好的指标用≤',
  '增幅比较（与全市比，基准0.8，每1个百分点0.05）',
  '综合赋分（60%×目标完成率＋40%×名次赋分（每降1位扣0.05））',
];

/** Edits one assignment: weight, target, road map and rule in words. It goes into the draft, not into force. */
export function targetFormCard(view: TargetFormView): Card {
  const { unit, year, id } = view;
  return card({
    frame: plainFrame(view),
    title: id === null ? '新增一项任务' : `修改任务：${view.indicator ?? ''}`,
    subtitle: `${view.unitName} · ${year}年`,
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      formOf(view),
      markdown(lines(bold('赋分规则这样写'), ...ruleExamples.map((example) => md`${example}`)), {
        size: 'notation',
      }),
      caption('功效系数和名次赋分写上“按完成率”，就比较各单位的完成值÷目标，适合单位大小不同的指标。'),
      row([targetsShow.button({ text: '返回', size: 'small', payload: { unit, year } })]),
    ],
  });
}

function formOf(view: TargetFormView) {
  const { unit, year, id, seen } = view;
  const names = targetFields;
  const measure = view.measure === undefined || view.measure === '' ? '' : `（${view.measure}）`;
  return form('target_form', [
    id === null &&
      input({
        name: names.indicator,
        label: '指标（编号或全名）',
        placeholder: '例如 JJ-03',
        required: true,
        value: view.indicator,
        max: 40,
      }),
    input({ name: names.weight, label: '权重（分）', required: true, value: view.weight, max: 30 }),
    input({ name: names.target, label: `全年目标${measure}`, required: true, value: view.target, max: 40 }),
    input({
      name: names.milestones,
      label: '时点目标（没有就留空）',
      placeholder: '例如 一季度=25；二季度=50；三季度=75',
      value: view.milestones,
      max: 300,
    }),
    input({
      name: names.rule,
      label: '赋分规则',
      required: true,
      value: view.rule,
      max: 500,
      multiline: true,
    }),
    ...(id === null ? [] : keepField()),
    targetsSave.submit({ name: 'submit', text: '存入草稿', payload: { unit, year, id, seen } }),
  ]);
}

function keepField() {
  const options = [
    { value: 'keep', text: '保留这项任务' },
    { value: 'remove', text: '删去这项任务' },
  ];
  return labelled('保留还是删去', selectStatic({ name: targetFields.keep, options, chosen: 'keep' }));
}
