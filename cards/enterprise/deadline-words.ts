import { awaitedSteps } from '#src/domain/enterprise/problem-deadlines.ts';
import { isPaused } from '#src/domain/enterprise/problem-pause.ts';
import { type Day, shortDay } from '#src/shared/time.ts';
import { type Markup, md } from '../kit/markup.ts';
import { coloured, joined } from '../kit/phrasing.ts';

const stepNames = { accept: '受理', answer: '首次答复', solve: '办结' };

/** What is still awaited of a problem and until when; overdue in words, or that the clock stands still. */
export function deadlineWords(problem: Parameters<typeof awaitedSteps>[0], today: Day): Markup {
  if (isPaused(problem)) return md`等企业补充，时限暂停`;
  const awaited = awaitedSteps(problem).map(({ step, day }) => {
    const words = `${stepNames[step]}截止${shortDay(day)}`;
    return today > day ? coloured('red', `${words}（已超期）`) : md`${words}`;
  });
  return joined(awaited, md`，`);
}
