import { describe, expect, it } from 'vitest';
import { checkCard } from '#cards/kit/check-card.ts';
import { sample } from '#cards/reporting/report-confirm.samples.ts';
import { type Ask, type DraftItem, reportConfirmCard } from '#cards/reporting/report-confirm.ts';
import { sample as correcting } from '#cards/reporting/report-correct.samples.ts';
import { correctionFields, reportCorrectCard } from '#cards/reporting/report-correct.ts';
import { sample as reporting } from '#cards/reporting/report-form.samples.ts';
import { reportFormCard } from '#cards/reporting/report-form.ts';
import { sample as recorded } from '#cards/reporting/report-recorded.samples.ts';
import { reportRecordedCard } from '#cards/reporting/report-recorded.ts';
import { choicesIn, elementsOf, fieldsIn, textOf, valueOfButton, valuesIn } from '../read-card.ts';

const item = sample.items[0] as DraftItem;
const ask: Ask = { ask: 0, item: 1, reason: 'no_period', said: '固投 12.35亿', choices: [] };
const asking = (change: Partial<Ask>) => reportConfirmCard({ ...sample, asks: [{ ...ask, ...change }] });
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `V${index}`, text: `选项${index}` }));

describe('before anything is recorded', () => {
  it('shows indicator, unit, period, value with measure, the value before, the change and the target', () => {
    const text = textOf(reportConfirmCard(sample));
    for (const part of [
      '固定资产投资',
      '区城投集团',
      '2026年10月',
      '12.35 亿元',
      '上期 2026年9月 11.02 亿元',
    ])
      expect(text).toContain(part);
    expect(text).toContain('+1.33 亿元（+12.1%）');
    expect(text).toContain('全年目标 15 亿元，已完成 82.3%');
  });

  it('offers to confirm, correct and cancel', () => {
    const card = reportConfirmCard(sample);
    expect(valueOfButton(card, '确认上报')).toEqual({ action: 'report.confirm', draft: 'draft_1' });
    expect(valueOfButton(card, '更正')).toEqual({ action: 'report.correct', draft: 'draft_1' });
    expect(valueOfButton(card, '取消')).toEqual({ action: 'report.cancel', draft: 'draft_1' });
  });

  it('asks a second time where a value is far from the last', () => {
    const card = reportConfirmCard(sample);
    expect(textOf(card)).toContain('请再核对：与上期相差超过 5 个百分点');
    const button = elementsOf(card, 'button').find(({ type }) => type === 'primary_filled');
    expect(textOf(button?.confirm)).toContain('数值都正确吗');
    const calm = reportConfirmCard({ ...sample, items: [item] });
    expect(elementsOf(calm, 'button').find(({ type }) => type === 'primary_filled')?.confirm).toBeUndefined();
  });

  it('says that a value will supersede one already reported', () => {
    expect(textOf(reportConfirmCard(sample))).toContain('将替换本期已报的 7.0%，原数保留备查');
  });

  it('says what was left out and why', () => {
    expect(textOf(reportConfirmCard({ ...sample, refused: ['您不能为区财政局上报。'] }))).toContain(
      '没有列入：您不能为区财政局上报。',
    );
  });

  it('offers no confirmation while a question is open', () => {
    expect(valueOfButton(asking({}), '确认上报')).toBeUndefined();
  });

  it.each([
    ['ambiguous_indicator', '您指的是哪一个？'],
    ['unknown_indicator', '没有找到'],
    ['ambiguous_unit', '是哪个单位的数？'],
    ['no_period', '没有说是哪一期的数'],
    ['period_unclear', '指的是哪一期？'],
    ['measure_missing', '没有带计量单位（本指标按亿元报送）'],
    ['measure_incompatible', '计量单位与本指标（亿元）不一致'],
    ['ratio_of_target', '像是完成目标的比例'],
    ['out_of_range', '超出本指标的合理范围（0～400亿元）'],
    ['value_unclear', '数值没有看清'],
  ] as const)('asks a short exact question: %s', (reason, question) => {
    expect(textOf(asking({ reason, measure: '亿元', range: '0～400亿元' }))).toContain(question);
  });

  it('says why a value that was understood cannot be taken', () => {
    const problem = '“第一议题学习次数”只能填整数，10.5 带有小数，请核对。';
    const shown = textOf(asking({ reason: 'out_of_range', range: '0～100 次', problem, choices: [] }));
    expect(shown).toContain(problem);
    expect(shown).not.toContain('合理范围');
  });

  it('offers few choices as buttons and many as a select, with the number of the question', () => {
    expect(valueOfButton(asking({ ask: 3, choices: choices(3) }), '选项1')).toEqual({
      action: 'report.answer',
      draft: 'draft_1',
      ask: 3,
      left: 1,
      choice: 'V1',
    });
    const many = asking({ ask: 3, choices: choices(9) });
    expect(choicesIn(many)).toHaveLength(9);
    expect(valuesIn(elementsOf(many, 'select_static'))[0]).toEqual({
      action: 'report.answer',
      draft: 'draft_1',
      ask: 3,
      left: 1,
    });
  });

  it('says that correcting helps where there is no choice', () => {
    expect(textOf(asking({ choices: [] }))).toContain('请点“更正”修改');
  });

  it.each([8, 30, 60])('shows each of %i items with its value', (count) => {
    const items = Array.from({ length: count }, (_, index) => ({ ...item, value: `${1000 + index}` }));
    const card = reportConfirmCard({ ...sample, items });
    expect(checkCard(card)).toEqual([]);
    for (const { value } of items) expect(textOf(card)).toContain(`${value} 亿元`);
  });
});

describe('correcting', () => {
  it('fills in what is known and asks indicator and unit only where they are in question', () => {
    const card = reportCorrectCard(correcting);
    expect(fieldsIn(card)).toContain('indicator_1');
    expect(fieldsIn(card)).not.toContain('indicator_0');
    expect(fieldsIn(card)).not.toContain('unit_0');
    const values = elementsOf(card, 'input').map(({ default_value }) => default_value);
    expect(values).toContain('12.35');
    const keep = elementsOf(card, 'select_static').find(({ name }) => name === correctionFields(0).keep);
    expect(keep?.initial_option).toBe('keep');
  });

  it('submits and goes back', () => {
    const card = reportCorrectCard(correcting);
    expect(valueOfButton(card, '保存更正')).toEqual({ action: 'report.correct_submit', draft: 'draft_1' });
    expect(valueOfButton(card, '返回')).toEqual({ action: 'report.back', draft: 'draft_1' });
  });

  it('has a page for each of 60 items, ten a page at most, fewer where there is much to choose', () => {
    const [base] = correcting.items;
    const items = Array.from({ length: 60 }, (_, index) => ({
      ...base,
      name: '指标',
      periods: base?.periods ?? [],
      index,
      units: choices(48),
    }));
    const seen = new Set<string>();
    for (let page = 1; page <= 60; page += 1) {
      const card = reportCorrectCard({ ...correcting, items, page });
      expect(checkCard(card)).toEqual([]);
      const values = fieldsIn(card).filter((name) => name.startsWith('value_'));
      expect(values.length).toBeLessThanOrEqual(10);
      for (const name of values) seen.add(name);
    }
    expect(seen.size).toBe(60);
  });
});

describe('the report form', () => {
  it('puts owed indicators first and shows measure and due day', () => {
    const texts = choicesIn(reportFormCard(reporting)).map(({ text }) => text.content);
    expect(texts).toEqual(['2026年10月待报（11月6日截止） 固定资产投资（亿元）', '固定资产投资增速（%）']);
  });

  it('asks for the unit only where there are several', () => {
    expect(fieldsIn(reportFormCard(reporting))).not.toContain('unit');
    const units = [...reporting.units, { id: 'U47', name: '区产投集团' }];
    expect(fieldsIn(reportFormCard({ ...reporting, units }))).toContain('unit');
  });

  it('fills in what was typed and says why it was not taken', () => {
    const card = reportFormCard({
      ...reporting,
      filled: { value: '十二', indicator: 'XM-01' },
      error: '请改成数字。',
    });
    expect(elementsOf(card, 'input')[0]?.default_value).toBe('十二');
    expect(elementsOf(card, 'select_static')[0]?.initial_option).toBe('XM-01');
    expect(textOf(card)).toContain('请改成数字。');
  });

  it('never chooses what is not offered', () => {
    const card = reportFormCard({ ...reporting, filled: { indicator: 'ZZ-99' } });
    expect(elementsOf(card, 'select_static')[0]?.initial_option).toBeUndefined();
  });
});

describe('what a draft became', () => {
  it('says who recorded what when, its effect and the next step', () => {
    const text = textOf(reportRecordedCard(recorded));
    for (const part of [
      '周明 11月3日 09:12 确认',
      '12.35 亿元',
      '第 5 名 → 第 4 名（暂列）',
      '本期还有 2 项待报',
    ])
      expect(text).toContain(part);
  });

  it('says that nothing was recorded when it was cancelled, and has no buttons on the draft', () => {
    const card = reportRecordedCard({ ...recorded, state: 'cancelled' });
    expect(textOf(card)).toContain('没有记录任何数值');
    expect(valuesIn(card).every((value) => 'say' in value)).toBe(true);
  });
});
