import { endWords, ratingWords, stateWords, urgencyWords } from '#src/domain/enterprise/problem-words.ts';
import type { Contact } from '#src/domain/enterprise/sealed.ts';
import type { Day } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, ButtonElement, Maybe } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { deadlineWords } from './deadline-words.ts';
import {
  type ProblemForm,
  problemAccept,
  problemBack,
  problemContact,
  problemOpen,
} from './problem-buttons.ts';
import { type Assigning, problemDeskForm } from './problem-desk-form.ts';
import type { ProblemFacts } from './problem-facts.ts';
import { problemTimeline } from './problem-timeline.ts';
import { spokenCode, stateColours } from './problem-words.ts';
import { supplementWords } from './supplement-words.ts';

/** A problem as those who work on it see it. */
export interface ProblemDeskView extends Pick<Frame, 'demo'> {
  readonly problem: ProblemFacts;
  /** `accept`, `contact` (ask whom to call) and the forms; other steps (the entrepreneur's) are left aside. */
  readonly may: readonly string[];
  /** Decides what is overdue. */
  readonly today: Day;
  /** The form that stands in the card instead of the buttons. */
  readonly form?: ProblemForm | undefined;
  /** Whom to hand it to, for the form `assign`. */
  readonly assigning?: Assigning | undefined;
  /** Only for those who handle the case, and only when they asked. */
  readonly contact?: Contact | undefined;
  /** Why the last submission was not taken. */
  readonly error?: string | undefined;
}

/** A problem for the desk and the handling unit: state, facts, deadlines, what happened, and what can be done. */
export function problemDeskCard(view: ProblemDeskView): Card {
  const { problem } = view;
  const deadlines = deadlineWords(problem, view.today);
  return card({
    frame: plainFrame(view),
    title: `企业诉求 ${problem.id}`,
    subtitle: `查询码 ${spokenCode(problem.tracking_code)} · ${problem.enterprise_name}`,
    template: problem.state === 'closed' ? 'green' : problem.state === 'escalated' ? 'orange' : 'blue',
    tags: [
      { text: stateWords[problem.state], colour: stateColours[problem.state] },
      problem.urgency !== 'normal' && { text: urgencyWords[problem.urgency], colour: 'orange' },
      { text: problem.category, colour: 'neutral' },
    ],
    elements: [
      deadlines.source !== '' && markdown(deadlines),
      markdown(md`${cut(problem.text, 1000)}`),
      ...(view.form === undefined ? factElements(view) : []),
      hr(),
      view.error !== undefined && markdown(coloured('red', view.error)),
      ...(view.form === undefined ? [row(stepButtons(view))] : formElements(view, view.form)),
    ],
  });
}

function factElements({ problem, contact }: ProblemDeskView): Maybe<BodyElement>[] {
  const outcome = outcomeWords(problem);
  return [
    contact !== undefined && markdown(contactWords(contact)),
    outcome.source !== '' && markdown(outcome),
    markdown(lines(bold('办理经过'), problemTimeline(problem))),
  ];
}

function contactWords({ name, post, phone }: Contact): Markup {
  return md`联系人：${bold(name)} ${post ?? ''} ${phone}（请勿转给无关人员）`;
}

function outcomeWords(problem: ProblemFacts): Markup {
  const { answer, end, public_reason, solved, rating, returned_reason } = problem;
  return lines(
    returned_reason !== null && problem.state === 'returned' ? md`退回原因：${returned_reason}` : nothing,
    answer === null ? nothing : md`${bold('答复')}：${cut(answer, 1000)}`,
    supplementWords(problem, '企业'),
    end === null ? nothing : md`结果：${endWords[end]}${public_reason === null ? '' : `，${public_reason}`}`,
    solved === null ? nothing : md`企业反馈：${solved ? '已解决' : '没有解决'}`,
    rating === null ? nothing : md`企业评价：${ratingWords[rating]}`,
  );
}

const stepNames: Record<ProblemForm, string> = {
  assign: '交办',
  answer: '答复',
  return: '退回补充',
  pause: '请企业补充',
  refuse: '拒办',
  close: '办结',
};

/** What a step is called now: an answer after the first one is a further one. */
function stepName({ state }: ProblemFacts, form: ProblemForm): string {
  return form === 'answer' && state === 'answered' ? '补充答复' : stepNames[form];
}

const mainSteps = ['accept', 'assign', 'answer', 'close'];

function stepButtons({ problem, may, contact }: ProblemDeskView): Maybe<ButtonElement>[] {
  const payload = { problem: problem.id };
  // One main step: the first that moves the problem on.
  const main = mainSteps.find((step) => may.includes(step));
  const typeOf = (step: string) => (step === main ? 'primary_filled' : 'default');
  const open = (form: ProblemForm) =>
    may.includes(form) &&
    problemOpen.button({ text: stepName(problem, form), type: typeOf(form), payload: { ...payload, form } });
  return [
    may.includes('accept') && problemAccept.button({ text: '受理', type: typeOf('accept'), payload }),
    open('assign'),
    open('answer'),
    open('close'),
    open('return'),
    open('pause'),
    open('refuse'),
    may.includes('contact') &&
      contact === undefined &&
      problemContact.button({ text: '看联系方式', type: 'text', payload }),
  ];
}

function formElements(view: ProblemDeskView, which: ProblemForm): Maybe<BodyElement>[] {
  const { problem, assigning } = view;
  return [
    markdown(
      md`${bold(stepName(problem, which))}${problem.unit_name === null ? nothing : md`（现由${problem.unit_name}承办）`}`,
    ),
    ...problemDeskForm(which, { problem: problem.id, state: problem.state, assigning }),
    row([problemBack.button({ text: '返回', payload: { problem: problem.id } })]),
  ];
}
