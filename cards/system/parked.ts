import { type Instant, shortTime } from '#src/shared/time.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { pageOf } from '../kit/paging.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { parkedDropAsk, parkedRetry, parkedRetryAll, parkedShow } from './parked-buttons.ts';
import type { ParkedView } from './parked-view.ts';
import { parkedAdvice, parkedKind } from './parked-words.ts';

type Message = ParkedView['messages'][number];

const perPage = 6;

/** The parked messages, those first that waited longest, each with what can be done. */
export function parkedCard(view: ParkedView): Card {
  const { messages } = view;
  const { rows, ...place } = pageOf(messages, view.page, perPage);
  const safe = messages.filter(({ mayRetry, mayDouble }) => mayRetry && !mayDouble).length;
  return card({
    frame: plainFrame(view),
    title: messages.length === 0 ? '没有滞留消息' : `滞留消息（${messages.length} 条）`,
    template: messages.length === 0 ? 'green' : 'orange',
    elements: [
      messages.length === 0
        ? markdown(md`所有消息都已送达，或还在自动发送。`)
        : caption('没有送达、也不再自动发送的消息。只有收件人能看内容，这里不显示。'),
      ...rows.flatMap((message) => messageElements(message, place.page)),
      messages.length > 0 && hr(),
      row([
        safe > 1 &&
          parkedRetryAll.button({ text: `重试全部不会重复的（${safe} 条）`, type: 'primary', payload: {} }),
        ...pager(place, (to, text) => parkedShow.button({ text, payload: { page: to } })),
        parkedShow.button({ text: '刷新', payload: { page: place.page } }),
      ]),
    ],
  });
}

function messageElements(message: Message, page: number): Maybe<BodyElement>[] {
  const { id, since, reason, mayRetry } = message;
  const payload = { id, page };
  return [
    hr(),
    markdown(
      lines(
        md`${bold(cut(message.to, 40))}`,
        md`${parkedKind(message)} · ${shortTime(since)}起`,
        coloured('red', `原因：${cut(reason, 120)}`),
        md`${parkedAdvice(message)}`,
      ),
    ),
    row([
      mayRetry && parkedRetry.button({ text: '重试', size: 'small', payload: { ...payload, sure: false } }),
      parkedDropAsk.button({ text: '放弃', size: 'small', payload }),
    ]),
  ];
}

/** What the daily digest says: how many wait and since when. */
export function parkedDigestCard(view: Pick<Frame, 'demo'> & { count: number; since: Instant }): Card {
  return card({
    frame: plainFrame(view),
    title: `有 ${view.count} 条消息没有送达`,
    template: 'orange',
    elements: [
      markdown(md`最早一条从 ${shortTime(view.since)} 起滞留。请看原因，决定重试还是放弃。`),
      row([sayButton({ text: '查看滞留消息', say: '/parked', type: 'primary_filled' })]),
    ],
  });
}
