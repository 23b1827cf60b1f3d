import { type ProblemEnd, type ProblemState, problemEndSchema } from '#src/domain/enterprise/problem.ts';
import { endRefusal } from '#src/domain/enterprise/problem-flow.ts';
import type { ButtonDeclaration } from '../kit/button.ts';
import type { Element, FormElement, Maybe } from '../kit/elements.ts';
import { form, input, selectStatic } from '../kit/form.ts';
import {
  type ProblemForm,
  problemAnswer,
  problemAssign,
  problemClose,
  problemRefuse,
  problemReturn,
} from './problem-buttons.ts';
import { endWords } from './problem-words.ts';

/** The names of the fields: `unit`, then `handler` when assigning, `text` when answering, `reason` when returning, refusing or closing, `end` when closing. */
export const problemDeskFields = { unit: 'unit', handler: 'handler', text: 'text', reason: 'reason', end: 'end' } as const;

/** Something to choose, by its id. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A unit that was chosen, and its cadres: the first one gets the problem unless another is named. */
export interface AssignedUnit extends Named {
  readonly cadres: readonly Named[];
}

interface Step {
  readonly submit: ButtonDeclaration<typeof problemAnswer.payload>;
  readonly text: string;
  readonly fields: (about: About) => Maybe<Element>[];
}

interface About {
  readonly problem: string;
  readonly state: ProblemState;
  readonly units: readonly Named[];
  readonly unit?: AssignedUnit | undefined;
}

const most = { units: 80, cadres: 60 };

const optionOf = ({ id, name }: Named) => ({ value: id, text: name });

function reason(placeholder: string, required: boolean): Element {
  return input({ name: problemDeskFields.reason, placeholder, required, multiline: true, max: 500 });
}

/** Two forms after one another: who can handle it depends on the unit. */
function assignForm({ problem, units, unit }: About): FormElement {
  return unit === undefined ? unitForm(problem, units) : handlerForm(problem, unit);
}

function unitForm(problem: string, units: readonly Named[]): FormElement {
  return form('problem_assign', [
    units.length > 0 &&
      selectStatic({
        name: problemDeskFields.unit,
        placeholder: '承办单位',
        required: true,
        options: units.slice(0, most.units).map(optionOf),
        textLength: 30,
      }),
    problemAssign.submit({ name: 'submit', text: '下一步：选经办人', payload: { problem } }),
  ]);
}

function handlerForm(problem: string, { id: unit, cadres }: AssignedUnit): FormElement {
  return form('problem_assign_handler', [
    selectStatic({
      name: problemDeskFields.handler,
      placeholder: '经办人',
      options: cadres.slice(0, most.cadres).map(optionOf),
      chosen: cadres[0]?.id,
      textLength: 30,
    }),
    problemAssign.submit({ name: 'submit', text: '交办', payload: { problem, unit } }),
  ]);
}

/** “Solved” only where the unit has answered. */
function endField({ state }: About): Element {
  const ends = problemEndSchema.options.filter((end: ProblemEnd) => endRefusal(state, end) === undefined);
  return selectStatic({
    name: problemDeskFields.end,
    placeholder: '办理结果',
    required: true,
    options: ends.map((end) => ({ value: end, text: endWords[end] })),
  });
}

const steps: Record<Exclude<ProblemForm, 'assign'>, Step> = {
  answer: {
    submit: problemAnswer,
    text: '提交答复',
    fields: () => [
      input({
        name: problemDeskFields.text,
        placeholder: '给企业的答复：怎么办、办到哪一步、还要企业做什么',
        required: true,
        multiline: true,
        max: 1000,
      }),
    ],
  },
  return: {
    submit: problemReturn,
    text: '退回补充',
    fields: () => [reason('请企业补充什么（企业可见）', true)],
  },
  refuse: {
    submit: problemRefuse,
    text: '拒办',
    fields: () => [reason('为什么不由本单位办（只能拒办一次，由企服专员裁定）', true)],
  },
  close: {
    submit: problemClose,
    text: '办结',
    fields: (about) => [endField(about), reason('公开说明：没有解决的必须写明原因', false)],
  },
};

/** The small form of a step in the desk card. */
export function problemDeskForm(which: ProblemForm, about: About): FormElement {
  if (which === 'assign') return assignForm(about);
  const { submit, text, fields } = steps[which];
  return form(`problem_${which}`, [
    ...fields(about),
    submit.submit({ name: 'submit', text, payload: { problem: about.problem } }),
  ]);
}
