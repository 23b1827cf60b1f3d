import type { Problem, ProblemEnd, ProblemState } from './problem.ts';
import { isPaused, mostUnasked, unaskedSpent } from './problem-pause.ts';
import type { ProblemSide } from './problem-side.ts';

/**
 * What can be done about a problem after it was submitted. `pause` asks the entrepreneur for something, and the clock stands still; with
 * `supplement` they add something, asked or not. `solve` is the entrepreneur's word on “solved?”, `rate` on “satisfied?”.
 */
export type ProblemStep =
  | 'accept'
  | 'return'
  | 'assign'
  | 'answer'
  | 'pause'
  | 'refuse'
  | 'close'
  | 'supplement'
  | 'solve'
  | 'rate';

type Side = Exclude<ProblemSide, 'colleague'>;

interface Rule {
  readonly sides: readonly Side[];
  readonly from: readonly ProblemState[];
  /** Absent: the state stays. */
  readonly to?: ProblemState;
  readonly name: string;
}

/** With the unit, and not answered yet. */
const atUnit: readonly ProblemState[] = ['assigned', 'in_progress', 'escalated', 'reopened'];

/** Who may take which step from which states, and where it leads (domain §7; a first “not solved” leads to reopened instead). The unit may answer further until it is closed, and alone never closes. */
const rules: Readonly<Record<ProblemStep, Rule>> = {
  accept: { sides: ['desk'], from: ['submitted'], to: 'accepted', name: '受理' },
  return: { sides: ['desk'], from: ['submitted', 'accepted'], to: 'returned', name: '退回补充' },
  assign: { sides: ['desk'], from: ['accepted', ...atUnit, 'answered'], to: 'assigned', name: '交办' },
  answer: { sides: ['handler'], from: [...atUnit, 'answered'], to: 'answered', name: '答复' },
  pause: { sides: ['desk', 'handler'], from: [...atUnit, 'answered'], name: '请企业补充' },
  refuse: { sides: ['handler'], from: ['assigned'], to: 'accepted', name: '拒办' },
  close: { sides: ['desk'], from: ['accepted', ...atUnit, 'answered'], to: 'closed', name: '办结' },
  supplement: {
    sides: ['entrepreneur'],
    from: ['submitted', 'accepted', ...atUnit, 'answered'],
    name: '补充说明',
  },
  solve: { sides: ['entrepreneur'], from: ['closed'], to: 'closed', name: '评价' },
  rate: { sides: ['entrepreneur'], from: ['closed', 'reopened'], to: 'closed', name: '评价' },
};

const sideNames = { desk: '企服专员', handler: '承办单位经办人或主要负责人', entrepreneur: '提交诉求的企业' };

const stateSentences: Readonly<Record<ProblemState, (desk: string) => string>> = {
  submitted: () => '该诉求还没有受理',
  accepted: (desk) => `该诉求已由${desk}受理`,
  assigned: () => '该诉求已交办承办单位',
  in_progress: () => '该诉求正由承办单位办理',
  answered: () => '该诉求已答复，等待企服专员办结',
  closed: () => '该诉求已办结',
  returned: () => '该诉求已退回企业补充',
  reopened: () => '该诉求因反映没有解决，正在重新办理',
  escalated: () => '该诉求已超期提级，正由承办单位办理',
};

/** Why a step is not taken: `wrong_person`, `already` done, or `unfit` for the state. `say` is a sentence without its full stop. */
export interface StepRefusal {
  readonly kind: 'wrong_person' | 'already' | 'unfit';
  readonly say: string;
}

interface Asking {
  readonly step: ProblemStep;
  readonly sides: readonly ProblemSide[];
  /** Name of the desk officer who accepted, for “已由…受理”. */
  readonly desk: string;
}

type Moving = Pick<Problem, 'state' | 'unit' | 'refusals' | 'solved' | 'rating' | 'pauses' | 'supplements'>;

function unfit(problem: Moving, { step, desk }: Asking): StepRefusal {
  const { to, name } = rules[step];
  const say = stateSentences[problem.state](desk);
  return problem.state === to ? { kind: 'already', say } : { kind: 'unfit', say: `${say}，现在不能${name}` };
}

function rated(problem: Moving, step: ProblemStep): boolean {
  return (step === 'solve' && problem.solved !== null) || (step === 'rate' && problem.rating !== null);
}

/** Why the step may not be taken now by somebody on these sides; undefined when it may. */
export function stepRefusal(problem: Moving, asking: Asking): StepRefusal | undefined {
  const { step, sides } = asking;
  const { sides: own, from, name } = rules[step];
  if (!own.some((side) => sides.includes(side))) {
    const who = own.map((side) => sideNames[side]).join('、');
    return { kind: 'wrong_person', say: `只有${who}可以${name}该诉求` };
  }
  if (rated(problem, step)) return { kind: 'already', say: '这一项您已评价' };
  if (!from.includes(problem.state)) return unfit(problem, asking);
  return spent(problem, step);
}

/** What may be done only once, or only so often. */
function spent(problem: Moving, step: ProblemStep): StepRefusal | undefined {
  if (step === 'refuse' && problem.refusals.some(({ unit }) => unit === problem.unit)) {
    return { kind: 'unfit', say: '该诉求本单位已拒办过一次，由企服专员裁定' };
  }
  if (step === 'pause' && isPaused(problem)) return { kind: 'already', say: '已请企业补充，时限已暂停' };
  if (step === 'supplement' && !isPaused(problem) && unaskedSpent(problem)) {
    return { kind: 'unfit', say: `您已主动补充${mostUnasked}次，还需要什么，承办单位会请您补充` };
  }
  return undefined;
}

/** Why a problem may not end so: “solved” needs the unit's answer. Undefined when it may. */
export function endRefusal(state: ProblemState, end: ProblemEnd): StepRefusal | undefined {
  if (end !== 'solved' || state === 'answered') return undefined;
  return { kind: 'unfit', say: '承办单位还没有答复，不能以“已解决”办结' };
}

/** The state after the entrepreneur's word on “solved?”: one “no” reopens, a second is only recorded. */
export function stateAfterWord(reopenedTimes: number, solved: boolean): ProblemState {
  return !solved && reopenedTimes === 0 ? 'reopened' : 'closed';
}

/** The steps that somebody on these sides may take now, in the table's order. */
export function stepsFor(problem: Moving, sides: readonly ProblemSide[]): ProblemStep[] {
  const all = Object.keys(rules) as ProblemStep[];
  return all.filter((step) => stepRefusal(problem, { step, sides, desk: '' }) === undefined);
}
