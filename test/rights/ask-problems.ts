import type { Problem } from '#src/domain/enterprise/problem.ts';
import { type Ask, type Asks, isPrivate } from './ask.ts';
import { sideOf } from './oracle.ts';
import type { Person } from './people.ts';
import type { RightsWorld } from './world.ts';

type Side = 'desk' | 'handler' | 'handles' | 'staff' | 'company';

/** §7: whose step it is. */
function isOn(side: Side, who: Person, problem: Problem): boolean {
  const own = sideOf(who, problem);
  if (side === 'company') return own === 'asked';
  if (own === undefined || own === 'asked') return false;
  if (side === 'staff') return true;
  const desk = who.roles.includes('enterprise_desk');
  if (side === 'desk') return desk;
  const heads = who.roles.includes('unit_head') && who.units.includes(problem.unit ?? '');
  const handles = who.cadre === problem.handler || heads;
  return side === 'handler' ? handles : handles || desk;
}

interface Step {
  readonly action: string;
  readonly side: Side;
  readonly state: Problem['state'];
  readonly payload?: object;
  readonly form?: Record<string, unknown>;
  /** What the step changes of who has it. */
  readonly after?: Partial<Problem>;
}

const fresh = { end: null, pauses: [], public_reason: null, solved: null, rating: null, refusals: [] };

const steps: readonly Step[] = [
  { action: 'problem.accept', side: 'desk', state: 'submitted' },
  { action: 'problem.return', side: 'desk', state: 'accepted', form: { reason: '请补充地点和数量。' } },
  {
    ...{ action: 'problem.assign', side: 'desk', state: 'assigned' },
    payload: { unit: 'U03' },
    form: { handler: '' },
    after: { unit: 'U03', handler: 'C029' },
  },
  { action: 'problem.answer', side: 'handler', state: 'assigned', form: { text: '已经办理完毕，请核实。' } },
  { action: 'problem.pause', side: 'handles', state: 'assigned', form: { reason: '请提供厂区排水图。' } },
  { action: 'problem.supplement_open', side: 'company', state: 'assigned' },
  { action: 'problem.supplement', side: 'company', state: 'assigned', form: { text: '排水图已送到。' } },
  { action: 'problem.refuse', side: 'handler', state: 'assigned', form: { reason: '不属于本单位职责。' } },
  {
    ...{ action: 'problem.close', side: 'desk', state: 'answered' },
    form: { end: 'solved', reason: '' },
  },
  { action: 'problem.contact', side: 'handles', state: 'assigned' },
  { action: 'problem.back', side: 'staff', state: 'assigned' },
  { action: 'problem.open', side: 'desk', state: 'accepted', payload: { form: 'assign' } },
  { action: 'problem.open', side: 'handler', state: 'assigned', payload: { form: 'answer' } },
  { action: 'problem.open', side: 'handles', state: 'assigned', payload: { form: 'pause' } },
  { action: 'problem.solved', side: 'company', state: 'closed', payload: { solved: false } },
  { action: 'problem.rate', side: 'company', state: 'closed', payload: { rating: 'satisfied' } },
];

interface Case {
  readonly label: string;
  readonly problem: Problem;
}

function casesOf({ problems }: RightsWorld): Case[] {
  const of = (enterprise: string, part: Partial<Problem>): Problem => {
    const problem = problems.find((each) => each.enterprise === enterprise && each.submitter !== null);
    if (!problem) throw new Error(`${enterprise} has no problem`);
    return { ...problem, ...fresh, desk: 'C055', ...part };
  };
  return [
    { label: 'a problem of E001 at U01', problem: of('E001', { unit: 'U01', handler: 'C020' }) },
    { label: 'a problem of E002 at U32', problem: of('E002', { unit: 'U32', handler: 'C155' }) },
  ];
}

function stepAsk({ action, side, state, payload, form, after }: Step, { label, problem: base }: Case): Ask {
  const early = state === 'submitted' || state === 'accepted';
  const problem: Problem = {
    ...base,
    state,
    ...(early ? { unit: null, handler: null, assigned_at: null } : {}),
  };
  const form_name = Object.values(payload ?? {}).filter((value) => typeof value === 'string');
  return {
    label: action === 'problem.open' ? `${form_name.join('')}: ${label}` : label,
    press: () => ({ value: { action, problem: problem.id, ...payload }, form: form ?? {} }),
    setup: () => (tx) => tx.put('problems', problem),
    problems: () => [problem, { ...problem, ...after }],
    expect: (who, chat) => (isPrivate(chat) && isOn(side, who, problem) ? 'here' : 'refused'),
    shows(who) {
      if (action === 'problem.contact') return [`phone:${problem.enterprise}`];
      return isOn(side, who, problem) ? [`text:${problem.id}`] : [];
    },
  };
}

function submitAsk(): Ask {
  const form = {
    contact: '孙经理',
    phone: '13812345678',
    category: '用工',
    urgency: 'normal',
    text: '旺季缺工，请帮助招工。',
  };
  return {
    label: 'submit',
    press: () => ({ value: { action: 'problem.submit' }, form }),
    expect: (who, chat) => (isPrivate(chat) && who.enterprise !== undefined ? 'here' : 'refused'),
  };
}

/** What is pressed of each action on a problem; every one only in private (domain §7). */
export function problemAsks(world: RightsWorld): Asks {
  const cases = casesOf(world);
  const all: Record<string, Ask[]> = { 'action:problem.submit': [submitAsk()] };
  for (const step of steps) {
    const key = `action:${step.action}`;
    all[key] = [...(all[key] ?? []), ...cases.map((one) => stepAsk(step, one))];
  }
  return all;
}
