import { stepsFor } from '#src/domain/enterprise/problem-flow.ts';
import { openPause } from '#src/domain/enterprise/problem-pause.ts';
import { endWords, stateWords } from '#src/domain/enterprise/problem-words.ts';
import { shortDay } from '#src/shared/time.ts';
import { linkButton, sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, column, columnSet, markdown, row } from '../kit/content.ts';
import type { ButtonElement, ColumnSetElement, Maybe } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { problemSupplementOpen } from './problem-buttons.ts';
import type { ProblemFacts } from './problem-facts.ts';
import { spokenCode, stateColours } from './problem-words.ts';
import { supplementForm } from './supplement-form.ts';
import { supplementWords } from './supplement-words.ts';

/** A problem as the entrepreneur who submitted it sees it. */
export interface ProblemEntrepreneurView extends Pick<Frame, 'demo'> {
  readonly problem: ProblemFacts;
  /** The tracking page, when there is one. */
  readonly link?: string | undefined;
  /** Adding something: the form stands in the card, with what they have written already. */
  readonly supplementing?: { readonly written?: string | undefined } | undefined;
  /** Why what they said is not, or not all, in the form. */
  readonly error?: string | undefined;
}

/** For the entrepreneur: the tracking code, how far it is, who handles it, the answer, who sees their name, what comes next. */
export function problemEntrepreneurCard(view: ProblemEntrepreneurView): Card {
  const { problem } = view;
  const waiting = openPause(problem) !== undefined;
  const ending = lines(handledBy(problem), outcome(problem));
  return card({
    frame: plainFrame(view),
    title: waiting ? '您的诉求等您补充' : '您的诉求',
    subtitle: `${problem.enterprise_name} · ${problem.category}`,
    template: problem.state === 'closed' ? 'green' : 'blue',
    tags: [
      { text: stateWords[problem.state], colour: stateColours[problem.state] },
      waiting && { text: '等您补充', colour: 'orange' },
    ],
    elements: [
      markdown(md`# ${spokenCode(problem.tracking_code)}`),
      caption('查询码，打电话或发消息时报给我们即可。'),
      steps(problem),
      markdown(md`${cut(problem.text, 1000)}`),
      ending.source !== '' && markdown(ending),
      markdown(md`${bold('下一步')}：${nextWords(view)}`),
      view.error !== undefined && markdown(coloured('red', view.error)),
      view.supplementing !== undefined && supplementForm(problem.id, view.supplementing.written),
      caption('能看到您姓名和电话的：企服专员、承办单位的经办人和主要负责人。'),
      row([
        view.supplementing === undefined && supplementButton(problem, waiting),
        view.link !== undefined && linkButton({ text: '网页查询', size: 'small', url: view.link }),
        sayButton({ text: '刷新进展', size: 'small', say: `/ticket ${problem.tracking_code}` }),
      ]),
    ],
  });
}

function supplementButton(problem: ProblemFacts, waiting: boolean): Maybe<ButtonElement> {
  return (
    stepsFor(problem, ['entrepreneur']).includes('supplement') &&
    problemSupplementOpen.button({
      text: '补充说明',
      size: 'small',
      type: waiting ? 'primary_filled' : 'default',
      payload: { problem: problem.id },
    })
  );
}

/** The steps side by side, done ones with a tick and their day. */
function steps(problem: ProblemFacts): ColumnSetElement {
  const reached: readonly (readonly [string, string | null])[] = [
    ['提交', problem.submitted_at],
    ['受理', problem.accepted_at],
    ['交办', problem.assigned_at],
    ['答复', problem.first_answer_at],
    ['办结', problem.closed_at],
  ];
  return columnSet(
    reached.map(([name, at]) => column([markdown(stepMark(name, at), { size: 'notation' })], 1)),
  );
}

function stepMark(name: string, at: string | null): Markup {
  if (at === null) return coloured('grey', lines(md`${name}`, md`—`));
  return lines(coloured('green', `✓ ${name}`), md`${shortDay(at.slice(0, 10))}`);
}

function handledBy({ unit_name }: ProblemFacts): Markup {
  return unit_name === null ? nothing : md`承办单位：${bold(unit_name)}`;
}

const mostEarlier = 3;

/** What was answered before, a line each. */
function earlierAnswers({ earlier_answers = [] }: ProblemFacts): Markup {
  const latest = earlier_answers.slice(-mostEarlier);
  return lines(...latest.map(({ at, text }) => md`${shortDay(at.slice(0, 10))}答复：${cut(text, 300)}`));
}

function outcome(problem: ProblemFacts): Markup {
  const { state, answer, answered_at, end, public_reason, returned_reason } = problem;
  const earlier = earlierAnswers(problem);
  const pause = openPause(problem);
  const name =
    earlier.source === '' || answered_at === null ? '答复' : `${shortDay(answered_at.slice(0, 10))}答复`;
  return lines(
    state === 'returned' && returned_reason !== null ? md`需要您补充：${returned_reason}` : nothing,
    earlier,
    answer === null ? nothing : md`${bold(name)}：${cut(answer, 1000)}`,
    supplementWords(problem, '您'),
    pause === undefined ? nothing : md`${bold('需要您补充')}：${cut(pause.reason, 500)}`,
    end === null ? nothing : md`结果：${endWords[end]}`,
    public_reason === null ? nothing : md`说明：${cut(public_reason, 500)}`,
  );
}

function nextWords({ problem, supplementing }: ProblemEntrepreneurView): string {
  const { state, first_answer_at, solved, rating } = problem;
  const { accept, answer, solve } = problem.deadlines;
  if (openPause(problem)) {
    const how = supplementing ? '请填写后点“提交补充”' : '请点“补充说明”答复';
    return `${how}。办理时限已暂停，您补充后继续办理。`;
  }
  switch (state) {
    case 'submitted':
      return `企服专员在${shortDay(accept)}前受理，有进展会告诉您。`;
    case 'accepted':
      return '企服专员正在确定承办单位，交办后会告诉您。';
    case 'assigned':
    case 'in_progress':
    case 'escalated':
      return answer === null || first_answer_at !== null
        ? '承办单位正在办理，有答复会告诉您。'
        : `承办单位在${shortDay(answer)}前首次答复。`;
    case 'reopened':
      return '您反映没有解决，正在重新办理，有答复会告诉您。';
    case 'answered':
      return `企服专员核实后办结${solve === null ? '' : `（${shortDay(solve)}前）`}。`;
    case 'returned':
      return '补充后请重新提交一次，发送“诉求”即可打开表单。';
    case 'closed':
      return solved !== null && rating !== null
        ? '已收到您的评价，谢谢。'
        : '请在评价卡片上点一点：解决了吗？满意吗？';
  }
}
