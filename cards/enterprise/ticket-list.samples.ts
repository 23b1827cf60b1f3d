import type { CardSample } from '../samples.ts';
import { handed, longest, sample, submitted } from './enterprise.samples.ts';
import { ticketListCard } from './ticket-list.ts';

const today = '2026-11-06';

/** The lists of problems. */
export const ticketListSamples: readonly CardSample[] = [
  {
    id: 'enterprise.ticket_list.overdue',
    title: '诉求列表：一件已超期',
    card: ticketListCard({ demo: true, today, side: 'desk', problems: [submitted, handed] }),
  },
  {
    id: 'enterprise.ticket_list.desk',
    title: '诉求列表：37 件、最长的名称',
    card: ticketListCard({
      demo: true,
      today: '2026-11-30',
      side: 'desk',
      problems: Array.from({ length: 37 }, () => longest),
    }),
  },
  {
    id: 'enterprise.ticket_list.entrepreneur',
    title: '诉求列表：企业自己的',
    card: ticketListCard({ demo: true, today, side: 'entrepreneur', problems: [submitted, sample] }),
  },
  {
    id: 'enterprise.ticket_list.none_desk',
    title: '诉求列表：专员没有在办的',
    card: ticketListCard({ demo: true, today, side: 'desk', problems: [] }),
  },
  {
    id: 'enterprise.ticket_list.none',
    title: '诉求列表：没有',
    card: ticketListCard({ demo: true, today, side: 'entrepreneur', problems: [] }),
  },
];
