import { z } from 'zod';
import { mineCard } from '#cards/reporting/mine.ts';
import { periodName } from '../domain/calendar/period.ts';
import { findOwed, isReporter, type Owed } from '../operations/reporting/find-owed.ts';
import { defineCommand } from './define-command.ts';

/** `/mine 我的`: what I owe and until when; always in private. */
export const mine = defineCommand({
  name: 'mine',
  aliases: ['我的', '待办', '欠报'],
  summary: '看我该报什么、什么时候截止',
  example: '/我的',
  section: '上报',
  permission: 'mine',
  args: z.object({ rest: z.string() }),
  async run({ actor, now, frame, place, knowledge, calendar }) {
    const book = await knowledge.book();
    const { owed, reported } = findOwed(book, { actor, now });
    const several = new Set(owed.map(({ assignment }) => assignment.unit)).size > 1;
    const item = ({ assignment, indicator, period, due }: Owed) => ({
      indicator: indicator.name,
      unitName: several ? book.unit(assignment.unit).short_name : undefined,
      period,
      due,
      say: `/report ${indicator.name} ${periodName(period)}`,
    });
    const card = mineCard({
      demo: frame.demo,
      name: actor.name,
      overdue: owed.filter((each) => each.overdue).map(item),
      dueSoon: owed.filter((each) => !each.overdue).map(item),
      reported,
      idle: owed.length + reported === 0 && !isReporter(book, { actor, now }),
      remarks: owed.every(({ due }) => calendar.isAnnounced(due))
        ? []
        : ['日历未公布，截止日按周一至周五推算。'],
    });
    if (place.type === 'private') return { here: [{ card }] };
    return { privately: [{ card }], here: [{ text: '您的任务清单已私聊发给您。' }] };
  },
});
