import { describe, expect, test } from 'vitest';
import type { ProblemState } from '#src/domain/enterprise/problem.ts';
import {
  endRefusal,
  type ProblemStep,
  stateAfterWord,
  stepRefusal,
  stepsFor,
} from '#src/domain/enterprise/problem-flow.ts';
import type { ProblemSide } from '#src/domain/enterprise/problem-side.ts';

const everySide: readonly ProblemSide[] = ['desk', 'handler', 'colleague', 'entrepreneur'];

function problemIn(state: ProblemState) {
  return { state, unit: 'U01', refusals: [], solved: null, rating: null, pauses: [] };
}

const refusal = { unit: 'U01', assigned_at: '', refused_at: '', reason: '不归口' };

describe('what each side may do in each state', () => {
  const desk: Record<ProblemState, ProblemStep[]> = {
    submitted: ['accept', 'return'],
    accepted: ['return', 'assign', 'close'],
    assigned: ['assign', 'pause', 'close'],
    in_progress: ['assign', 'pause', 'close'],
    escalated: ['assign', 'pause', 'close'],
    answered: ['assign', 'pause', 'close'],
    reopened: ['assign', 'pause', 'close'],
    returned: [],
    closed: [],
  };
  test.each(Object.entries(desk))('the desk, when it is %s: %j', (state, steps) => {
    expect(stepsFor(problemIn(state as ProblemState), ['desk'])).toEqual(steps);
  });

  const handler: Record<ProblemState, ProblemStep[]> = {
    submitted: [],
    accepted: [],
    assigned: ['answer', 'pause', 'refuse'],
    in_progress: ['answer', 'pause'],
    escalated: ['answer', 'pause'],
    answered: ['answer', 'pause'],
    reopened: ['answer', 'pause'],
    returned: [],
    closed: [],
  };
  test.each(Object.entries(handler))('the handler, when it is %s: %j', (state, steps) => {
    expect(stepsFor(problemIn(state as ProblemState), ['handler'])).toEqual(steps);
  });

  test('the entrepreneur adds something until it is closed or returned, and answers both questions when it is closed', () => {
    for (const state of Object.keys(desk)) {
      const ended = state === 'closed' || state === 'returned';
      const steps = stepsFor(problemIn(state as ProblemState), ['entrepreneur']);
      expect(steps.includes('supplement')).toBe(!ended);
    }
    expect(stepsFor(problemIn('answered'), ['entrepreneur'])).toEqual(['supplement']);
    expect(stepsFor(problemIn('closed'), ['entrepreneur'])).toEqual(['solve', 'rate']);
  });

  test('a colleague of the unit only reads', () => {
    for (const state of Object.keys(desk)) {
      expect(stepsFor(problemIn(state as ProblemState), ['colleague'])).toEqual([]);
    }
  });
});

describe('a step that no longer fits is refused with a sentence', () => {
  const ask = (step: ProblemStep) => ({ step, sides: everySide, desk: '邵洁' });

  test('accepting twice names the colleague who was quicker', () => {
    expect(stepRefusal(problemIn('accepted'), ask('accept'))).toEqual({
      kind: 'already',
      say: '该诉求已由邵洁受理',
    });
  });

  test('assigning before accepting says that it is not accepted yet', () => {
    expect(stepRefusal(problemIn('submitted'), ask('assign'))?.say).toBe('该诉求还没有受理，现在不能交办');
  });

  test('closing twice says that it is closed', () => {
    expect(stepRefusal(problemIn('closed'), ask('close'))).toEqual({ kind: 'already', say: '该诉求已办结' });
  });

  test('a second refusal of the same unit is left to the desk, the first of another is its own', () => {
    expect(stepRefusal({ ...problemIn('assigned'), refusals: [refusal] }, ask('refuse'))?.say).toBe(
      '该诉求本单位已拒办过一次，由企服专员裁定',
    );
    const next = { ...problemIn('assigned'), unit: 'U02', refusals: [refusal] };
    expect(stepRefusal(next, ask('refuse'))).toBeUndefined();
  });

  test('what is waited for is not asked a second time', () => {
    const pauses = [{ from: '', to: null, reason: '排水图' }];
    expect(stepRefusal({ ...problemIn('assigned'), pauses }, ask('pause'))).toEqual({
      kind: 'already',
      say: '已请企业补充，时限已暂停',
    });
  });

  test('the entrepreneur adds five times unasked, and whenever they are asked', () => {
    const supplements = Array.from({ length: 5 }, () => ({ at: '', text: '图已发', asked: false }));
    const spent = { ...problemIn('assigned'), supplements };
    expect(stepRefusal(spent, ask('supplement'))?.say).toContain('已主动补充5次');
    const pauses = [{ from: '', to: null, reason: '排水图' }];
    expect(stepRefusal({ ...spent, pauses }, ask('supplement'))).toBeUndefined();
    const asked = supplements.map((each) => ({ ...each, asked: true }));
    expect(stepRefusal({ ...spent, supplements: asked }, ask('supplement'))).toBeUndefined();
  });

  test('each question is answered once', () => {
    expect(stepRefusal({ ...problemIn('closed'), solved: true }, ask('solve'))?.kind).toBe('already');
    expect(stepRefusal({ ...problemIn('closed'), solved: true }, ask('rate'))).toBeUndefined();
    expect(stepRefusal({ ...problemIn('closed'), rating: 'satisfied' }, ask('rate'))?.say).toBe(
      '这一项您已评价',
    );
  });

  test('the wrong person is told who may', () => {
    const asking = { step: 'close' as const, sides: ['handler' as const], desk: '' };
    expect(stepRefusal(problemIn('answered'), asking)).toEqual({
      kind: 'wrong_person',
      say: '只有企服专员可以办结该诉求',
    });
  });
});

describe('how it ends', () => {
  test('it ends as solved only after an answer, otherwise any time', () => {
    expect(endRefusal('assigned', 'solved')?.say).toContain('还没有答复');
    expect(endRefusal('answered', 'solved')).toBeUndefined();
    expect(endRefusal('accepted', 'not_ours')).toBeUndefined();
  });

  test('“not solved” reopens once, a second one is only recorded', () => {
    expect(stateAfterWord(0, false)).toBe('reopened');
    expect(stateAfterWord(1, false)).toBe('closed');
    expect(stateAfterWord(0, true)).toBe('closed');
  });
});
