import { describe, expect, it } from 'vitest';
import { paused, sample } from '#cards/enterprise/enterprise.samples.ts';
import { type ProblemDeskView, problemDeskCard } from '#cards/enterprise/problem-desk.ts';
import { problemEntrepreneurCard } from '#cards/enterprise/problem-entrepreneur.ts';
import type { ProblemFacts } from '#cards/enterprise/problem-facts.ts';
import { problemFormCard } from '#cards/enterprise/problem-form.ts';
import { problemRatingCard } from '#cards/enterprise/problem-rating.ts';
import { ticketListCard } from '#cards/enterprise/ticket-list.ts';
import { problemCategories } from '#src/domain/enterprise/problem.ts';
import { choicesIn, elementsOf, fieldsIn, textOf, valueOfButton, valuesIn } from '../read-card.ts';

const open: ProblemFacts = { ...sample, state: 'assigned', closed_at: null, end: null, answer: null };
const desk = (change: Partial<ProblemDeskView>) =>
  problemDeskCard({ demo: true, problem: open, may: [], today: '2026-11-06', ...change });
const problem = 'P0512';

describe('the form for a problem', () => {
  it('knows the company and the contact, and asks neither again', () => {
    const card = problemFormCard({
      demo: true,
      enterpriseName: '绿源公司',
      filled: { contact: '彭少峰', phone: '13800001666' },
    });
    expect(textOf(card)).toContain('绿源公司');
    expect(elementsOf(card, 'input').map(({ default_value }) => default_value)).toEqual([
      '彭少峰',
      '13800001666',
      undefined,
    ]);
    expect(fieldsIn(card)).toEqual(['contact', 'phone', 'category', 'urgency', 'text']);
    expect(valueOfButton(card, '提交诉求')).toEqual({ action: 'problem.submit' });
  });

  it('offers every category, takes 1000 characters and says who will see the contact', () => {
    const card = problemFormCard({ demo: true, enterpriseName: '绿源公司' });
    for (const category of problemCategories) expect(textOf(card)).toContain(category);
    expect(elementsOf(card, 'input').at(-1)).toMatchObject({
      input_type: 'multiline_text',
      max_length: 1000,
    });
    expect(textOf(card)).toContain('联系方式只给企服专员和承办单位的经办人、主要负责人看');
  });
});

describe('a problem for those who work on it', () => {
  it('offers only the steps that they may take', () => {
    const names = (may: string[]) => elementsOf(desk({ may }), 'button').map(({ text }) => textOf(text));
    expect(names([])).toEqual([]);
    expect(names(['accept', 'return'])).toEqual(['受理', '退回补充']);
    expect(names(['answer', 'refuse'])).toEqual(['答复', '拒办']);
    expect(names(['solve', 'rate'])).toEqual([]);
  });

  it('accepts with one tap and opens a form for the others', () => {
    const card = desk({ may: ['accept', 'assign'] });
    expect(valueOfButton(card, '受理')).toEqual({ action: 'problem.accept', problem });
    expect(valueOfButton(card, '交办')).toEqual({ action: 'problem.open', problem, form: 'assign' });
  });

  it.each([
    ['answer', ['text']],
    ['return', ['reason']],
    ['pause', ['reason']],
    ['refuse', ['reason']],
    ['close', ['end', 'reason']],
  ] as const)('has a form to %s, with a way back', (form, fields) => {
    const card = desk({ form });
    expect(fieldsIn(card)).toEqual(fields);
    expect(valuesIn(card)).toEqual([
      { action: `problem.${form}`, problem },
      { action: 'problem.back', problem },
    ]);
  });

  it('hands it over in two choices: the unit first, then one of its people', () => {
    const units = [{ id: 'U01', name: '区发改委' }];
    const first = desk({ form: 'assign', assigning: { units } });
    expect(valuesIn(first)[0]).toEqual({ action: 'problem.open', problem, form: 'assign' });
    expect(fieldsIn(first)).toEqual([]);
    const handlers = [{ id: 'C023', name: '许静' }];
    const second = desk({ form: 'assign', assigning: { units, unit: 'U01', handlers } });
    expect(fieldsIn(second)).toEqual(['handler']);
    expect(valueOfButton(second, '交办')).toEqual({ action: 'problem.assign', problem, unit: 'U01' });
    expect(valueOfButton(second, '返回')).toEqual({ action: 'problem.back', problem });
  });

  it('lets it end as solved only after the unit has answered', () => {
    const ends = (facts: ProblemFacts) =>
      choicesIn(desk({ problem: facts, form: 'close' })).map(({ value }) => value);
    expect(ends(open)).not.toContain('solved');
    expect(ends({ ...open, state: 'answered' })).toContain('solved');
  });

  it('shows the contact only when it was given, and the button that asks for it only until then', () => {
    const contact = { name: '彭少峰', phone: '13800001666' };
    expect(textOf(desk({ may: ['contact'] }))).not.toContain('13800001666');
    expect(valueOfButton(desk({ may: ['contact'] }), '看联系方式')).toEqual({
      action: 'problem.contact',
      problem,
    });
    expect(textOf(desk({ contact }))).toContain('13800001666');
    expect(valueOfButton(desk({ may: ['contact'], contact }), '看联系方式')).toBeUndefined();
  });

  it('says in words what is overdue', () => {
    const waiting = { ...open, first_answer_at: null };
    expect(textOf(desk({ problem: waiting, today: '2026-11-06' }))).toContain('首次答复截止11月6日');
    expect(textOf(desk({ problem: waiting, today: '2026-11-06' }))).not.toContain('已超期');
    expect(textOf(desk({ problem: waiting, today: '2026-11-07' }))).toContain(
      '首次答复截止11月6日（已超期）',
    );
  });

  it('tells what happened in the order it happened', () => {
    const refused = {
      ...open,
      refusals: [
        {
          unit: 'U01',
          assigned_at: '2026-11-03T10:30:00+08:00',
          refused_at: '2026-11-03T10:40:00+08:00',
          reason: '不属本单位',
        },
      ],
      names: { ...open.names, U01: '区发改委' },
    };
    const text = textOf(desk({ problem: refused }));
    const at = [
      '提交（飞书表单）',
      '受理（沈涛）',
      '区发改委拒办：不属本单位',
      '交办（区自然资源分局 许静）',
    ].map((words) => text.indexOf(words));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
  });
});

describe('a problem for the entrepreneur', () => {
  it('shows the tracking code in groups of four, so that it can be read out', () => {
    expect(textOf(problemEntrepreneurCard({ demo: true, problem: open }))).toContain('DVGA C5Q8');
  });

  it('says how far it is, who handles it, the answer, who sees their name and what comes next', () => {
    const text = textOf(
      problemEntrepreneurCard({ demo: true, problem: { ...sample, state: 'answered', closed_at: null } }),
    );
    for (const step of [
      '✓ 提交\n11月3日',
      '✓ 受理\n11月3日',
      '✓ 交办\n11月3日',
      '✓ 答复\n11月5日',
      '办结\n—',
    ])
      expect(text).toContain(step);
    for (const part of ['承办单位：区自然资源分局', '经核符合', '能看到您姓名和电话的', '下一步'])
      expect(text).toContain(part);
  });

  it('never shows them names of cadres or buttons of the desk', () => {
    const card = problemEntrepreneurCard({ demo: true, problem: sample });
    expect(textOf(card)).not.toMatch(/许静|沈涛/);
    expect(valuesIn(card).every((value) => 'say' in value)).toBe(true);
  });
});

describe('rating', () => {
  it('asks two separate questions of one tap each', () => {
    const card = problemRatingCard({ demo: true, problem: sample });
    expect(valueOfButton(card, '没有解决')).toEqual({ action: 'problem.solved', problem, solved: false });
    expect(valueOfButton(card, '基本满意')).toEqual({
      action: 'problem.rate',
      problem,
      rating: 'basically_satisfied',
    });
  });

  it('shows what was answered as text and keeps the other question open', () => {
    const card = problemRatingCard({ demo: true, problem: { ...sample, solved: true } });
    expect(textOf(card)).toContain('问题解决了吗？已解决');
    expect(valuesIn(card).map(({ action }) => action)).toEqual([
      'problem.rate',
      'problem.rate',
      'problem.rate',
    ]);
  });
});

it('a list opens each problem by its tracking code and counts the rest', () => {
  const card = ticketListCard({
    ...{ demo: true, today: '2026-11-06' },
    side: 'desk',
    problems: Array.from({ length: 25 }, () => sample),
  });
  expect(valueOfButton(card, '查看')).toEqual({ say: '/ticket DVGAC5Q8' });
  expect(textOf(card)).toContain('另有 5 件');
});

it('a list says to who works on it what is due when and what is overdue, to the entrepreneur nothing of it', () => {
  const waiting = {
    ...open,
    ...{ state: 'submitted' as const, accepted_at: null, first_answer_at: null },
    deadlines: { accept: '2026-11-04', answer: null, solve: '2026-11-17' },
  };
  const list = (side: 'desk' | 'entrepreneur') =>
    textOf(ticketListCard({ demo: true, today: '2026-11-06', side, problems: [waiting] }));
  expect(list('desk')).toContain('受理截止11月4日（已超期），办结截止11月17日');
  expect(list('entrepreneur')).not.toContain('截止');
});

it('says to who works on it and to the entrepreneur that the clock stands still', () => {
  const worked = textOf(desk({ problem: paused, today: '2026-11-30' }));
  expect(worked).toContain('等企业补充，时限暂停');
  expect(worked).not.toContain('截止');
  const theirs = textOf(problemEntrepreneurCard({ demo: true, problem: paused }));
  expect(theirs).toContain('需要您补充：待企业补充授信材料');
  expect(theirs).toContain('请点“补充说明”答复。办理时限已暂停，您补充后继续办理。');
});
