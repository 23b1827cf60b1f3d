import type { Problem } from '#src/domain/enterprise/problem.ts';
import type { ProblemDeadlines } from '#src/domain/enterprise/problem-deadlines.ts';
import { stateWords, urgencyWords } from '#src/domain/enterprise/problem-words.ts';
import { type Day, shortTime } from '#src/shared/time.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row, rowWithButton } from '../kit/content.ts';
import type { Element } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md, nothing } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { deadlineWords } from './deadline-words.ts';
import { spokenCode } from './problem-words.ts';

type Listed = Pick<Problem, 'tracking_code' | 'enterprise_name' | 'category' | 'urgency' | 'text'> &
  Pick<Problem, 'state' | 'submitted_at' | 'accepted_at' | 'first_answer_at' | 'closed_at' | 'pauses'> & {
    readonly deadlines: ProblemDeadlines;
  };

/** What `/ticket` without a code shows. */
export interface TicketListView extends Pick<Frame, 'demo'> {
  /** Whose list it is. */
  readonly side: 'desk' | 'handler' | 'entrepreneur';
  readonly problems: readonly Listed[];
  /** Decides what is overdue. */
  readonly today: Day;
}

const titles = { desk: '在办诉求', handler: '由我承办的诉求', entrepreneur: '我的诉求' };
const noneWords = {
  desk: '现在没有在办的诉求。有新的诉求会马上发给您。',
  handler: '现在没有由您承办的诉求。交办给您时会马上发给您。',
  entrepreneur: '您还没有提交过诉求。有困难请点下面的按钮告诉我们。',
};
const mostRows = 20;

/** Problems one under the other, each with a button that opens it. */
export function ticketListCard(view: TicketListView): Card {
  const { side, problems, today } = view;
  const rest = problems.length - mostRows;
  return card({
    frame: plainFrame(view),
    title: `${titles[side]}（${problems.length} 件）`,
    elements: [
      problems.length === 0 && markdown(md`${noneWords[side]}`),
      ...problems.slice(0, mostRows).map((problem) => listRow(problem, side, today)),
      rest > 0 && caption(`另有 ${rest} 件，请发送“工单 查询码”查看。`),
      side === 'entrepreneur' &&
        row([sayButton({ text: '提交新诉求', say: '/problem', type: 'primary_filled' })]),
    ],
  });
}

function listRow(problem: Listed, side: TicketListView['side'], today: Day): Element {
  const { tracking_code, enterprise_name, category, urgency, state, submitted_at, text } = problem;
  const who = side === 'entrepreneur' ? spokenCode(tracking_code) : cut(enterprise_name, 30);
  const facts = [stateWords[state], category, ...(urgency === 'normal' ? [] : [urgencyWords[urgency]])];
  const words = lines(
    bold(who),
    md`${facts.join(' · ')} · ${shortTime(submitted_at)}`,
    // Deadlines are the district's own.
    side === 'entrepreneur' ? nothing : deadlineWords(problem, today),
    coloured('grey', cut(text, 40)),
  );
  return rowWithButton(
    markdown(words),
    sayButton({ text: '查看', say: `/ticket ${tracking_code}`, size: 'small' }),
  );
}
