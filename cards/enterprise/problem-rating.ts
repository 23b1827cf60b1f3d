import { type Rating, ratingSchema } from '#src/domain/enterprise/problem.ts';
import { ratingWords } from '#src/domain/enterprise/problem-words.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold } from '../kit/phrasing.ts';
import { problemRate, problemSolved } from './problem-buttons.ts';
import type { ProblemFacts } from './problem-facts.ts';
import { spokenCode } from './problem-words.ts';

/** A closed problem whose entrepreneur is asked two things. */
export interface ProblemRatingView extends Pick<Frame, 'demo'> {
  readonly problem: Pick<
    ProblemFacts,
    | 'id'
    | 'tracking_code'
    | 'text'
    | 'answer'
    | 'state'
    | 'solved'
    | 'rating'
    | 'reopened_times'
    | 'unit_name'
  >;
}

/** Two separate questions, one tap each: solved? satisfied? What was answered is shown as text. */
export function problemRatingCard(view: ProblemRatingView): Card {
  const { problem } = view;
  const done = problem.solved !== null && problem.rating !== null;
  return card({
    frame: plainFrame(view),
    title: done ? '谢谢您的评价' : '您的诉求办结了，请评价',
    subtitle: `查询码 ${spokenCode(problem.tracking_code)}`,
    template: 'green',
    elements: [
      markdown(md`${cut(problem.text, 200)}`),
      problem.answer !== null && markdown(md`${bold('答复')}：${cut(problem.answer, 500)}`),
      ...solvedElements(problem),
      ...ratingElements(problem),
      caption('两项评价互不影响，只用于统计解决率和满意率。'),
    ],
  });
}

function solvedElements({
  id,
  state,
  solved,
  reopened_times,
}: ProblemRatingView['problem']): Maybe<BodyElement>[] {
  if (solved !== null) {
    const again = state === 'reopened' ? '，已重新办理' : '';
    return [markdown(md`问题解决了吗？${bold(solved ? '已解决' : `没有解决${again}`)}`)];
  }
  const button = (text: string, answer: boolean) =>
    problemSolved.button({ text, payload: { problem: id, solved: answer } });
  return [
    markdown(md`问题解决了吗？`),
    row([button('已解决', true), button('没有解决', false)]),
    reopened_times === 0 && caption('选“没有解决”，会重新办理一次。'),
  ];
}

function ratingElements({ id, rating }: ProblemRatingView['problem']): Maybe<BodyElement>[] {
  if (rating !== null) return [markdown(md`您满意吗？${bold(ratingWords[rating])}`)];
  const button = (each: Rating) =>
    problemRate.button({ text: ratingWords[each], payload: { problem: id, rating: each } });
  return [markdown(md`您满意吗？`), row(ratingSchema.options.map(button))];
}
