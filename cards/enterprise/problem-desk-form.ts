import { type ProblemEnd, type ProblemState, problemEndSchema } from '#src/domain/enterprise/problem.ts';
import { endRefusal } from '#src/domain/enterprise/problem-flow.ts';
import { endWords } from '#src/domain/enterprise/problem-words.ts';
import type { ButtonDeclaration } from '../kit/button.ts';
import type { BodyElement, Element, Maybe } from '../kit/elements.ts';
import { form, input, selectStatic } from '../kit/form.ts';
import {
  type ProblemForm,
  problemAnswer,
  problemAssign,
  problemClose,
  problemOpen,
  problemPause,
  problemRefuse,
  problemReturn,
} from './problem-buttons.ts';

/** The names of the fields: `handler` when assigning, `text` when answering, `reason` when returning, pausing, refusing or closing, `end` when closing. */
export const problemDeskFields = {
  handler: 'handler',
  text: 'text',
  reason: 'reason',
  end: 'end',
} as const;

/** Something to choose, by its id. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whom a problem can be handed to. */
export interface Assigning {
  readonly units: readonly Named[];
  /** Chosen already: the unit, and its cadres with the one first who gets it unless another is named. */
  readonly unit?: string | undefined;
  readonly handlers?: readonly Named[] | undefined;
}

interface Step {
  readonly submit: ButtonDeclaration<typeof problemAnswer.payload>;
  readonly text: string;
  readonly fields: (about: About) => Maybe<Element>[];
}

interface About {
  readonly problem: string;
  readonly state: ProblemState;
  readonly assigning?: Assigning | undefined;
}

const most = { units: 80, handlers: 60 };

const optionOf = ({ id, name }: Named) => ({ value: id, text: name });

function reason(label: string, required: boolean): Element {
  return input({ name: problemDeskFields.reason, label, required, multiline: true, max: 500 });
}

/** Two choices after one another, since who can handle it depends on the unit: the select fires, then the form follows. */
function assignElements({ problem, assigning }: About): Maybe<BodyElement>[] {
  const { units, unit, handlers = [] } = assigning ?? { units: [] };
  if (units.length === 0) return [];
  const select = problemOpen.select({
    placeholder: '先选承办单位',
    options: units.slice(0, most.units).map(optionOf),
    chosen: unit,
    payload: { problem, form: 'assign' },
  });
  return [select, unit !== undefined && handlers.length > 0 && handlerForm(problem, { unit, handlers })];
}

function handlerForm(problem: string, { unit, handlers }: { unit: string; handlers: readonly Named[] }) {
  return form('problem_assign', [
    selectStatic({
      name: problemDeskFields.handler,
      placeholder: '经办人（不选：主要负责人）',
      options: handlers.slice(0, most.handlers).map(optionOf),
      chosen: handlers[0]?.id,
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
    fields: ({ state }) => [
      input({
        name: problemDeskFields.text,
        label: '给企业的答复',
        placeholder:
          state === 'answered'
            ? '办成了什么、还差什么'
            : '怎么办、办到哪一步（要企业补充的，请返回点“请企业补充”）',
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
  pause: {
    submit: problemPause,
    text: '请企业补充',
    fields: () => [reason('需要企业补充什么、交到哪里（企业可见，时限随即暂停）', true)],
  },
  refuse: {
    submit: problemRefuse,
    text: '拒办',
    fields: () => [reason('为什么不由本单位办（每个单位只能拒办一次，由企服专员裁定）', true)],
  },
  close: {
    submit: problemClose,
    text: '办结',
    fields: (about) => [endField(about), reason('公开说明（没有解决的必须写明原因）', false)],
  },
};

/** The small form of a step in the desk card. */
export function problemDeskForm(which: ProblemForm, about: About): Maybe<BodyElement>[] {
  if (which === 'assign') return assignElements(about);
  const { submit, text, fields } = steps[which];
  return [
    form(`problem_${which}`, [
      ...fields(about),
      submit.submit({ name: 'submit', text, payload: { problem: about.problem } }),
    ]),
  ];
}
