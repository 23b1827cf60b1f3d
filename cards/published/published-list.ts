import { periodName } from '#src/domain/calendar/period.ts';
import { type Instant, shortTime } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row, rowWithButton } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { periodButtonText } from '../ranking/score-words.ts';
import { publishAsk, publishDrafts, publishedList, publishedShow } from './published-buttons.ts';

/** A table that can be published, with its newest edition where it has been. */
interface TableState {
  readonly scope: 'track' | 'task_force';
  readonly of: string;
  readonly name: string;
  readonly id?: string;
  readonly edition?: number;
  readonly at?: Instant;
  readonly hash?: string;
}

/** What is published of a period. */
export interface PublishedListView extends Pick<Frame, 'demo'> {
  readonly period: string;
  readonly previous?: string;
  readonly next?: string;
  readonly lines: readonly TableState[];
  /** Other periods of which something is published, the newest first. */
  readonly others: readonly string[];
  /** The office in private. */
  readonly mayPublish: boolean;
  /** Results are drafts until they are published. */
  readonly hidden: boolean;
}

const most = 12;
const mostOthers = 4;

/** The published tables of a period, and for the office what there is to publish. */
export function publishedListCard(view: PublishedListView): Card {
  const { period } = view;
  const published = view.lines.filter(({ id }) => id !== undefined);
  return card({
    frame: plainFrame(view),
    title: `公布结果：${periodName(period)}`,
    elements: [
      published.length === 0 &&
        markdown(
          view.others.length > 0
            ? md`这个时期还没有公布的结果，已公布的请点下面的时期。`
            : md`还没有公布的结果，公布后在这里查看。`,
        ),
      ...published
        .slice(0, most)
        .map(({ name, id = '', edition = 1, at, hash = '' }) =>
          rowWithButton(
            markdown(
              lines(
                md`${bold(name)}${edition > 1 ? coloured('orange', `（第 ${edition} 版，已更正）`) : md``}`,
                md`${at === undefined ? '' : `${shortTime(at)} 公布`}，校验码 ${hash.slice(0, 8)}`,
              ),
            ),
            publishedShow.button({ text: '查看', size: 'small', payload: { id } }),
          ),
        ),
      published.length > most && caption(`另有 ${published.length - most} 张没有列出。`),
      row([
        view.previous !== undefined &&
          publishedList.button({
            text: periodButtonText(view.previous, -1),
            size: 'small',
            payload: { period: view.previous },
          }),
        view.next !== undefined &&
          publishedList.button({
            text: periodButtonText(view.next, 1),
            size: 'small',
            payload: { period: view.next },
          }),
      ]),
      view.others.length > 0 && markdown(bold('其他已公布的时期')),
      row(
        view.others
          .slice(0, mostOthers)
          .map((other) =>
            publishedList.button({ text: periodName(other), size: 'small', payload: { period: other } }),
          ),
      ),
      view.others.length > mostOthers && caption('更早的请发送 /公布 和时期，如：/公布 3月。'),
      ...(view.mayPublish ? officeElements(view) : []),
    ],
  });
}

function officeElements({ period, lines: all, hidden }: PublishedListView) {
  return [
    hr(),
    markdown(bold('公布或更正')),
    publishAsk.select({
      placeholder: '公布哪一张',
      options: all.slice(0, 30).map(({ scope, of, name, edition }) => ({
        value: `${scope}|${of}`,
        text: `${name}${edition === undefined ? '' : `（更正第 ${edition} 版）`}`,
      })),
      payload: { period },
    }),
    caption(
      hidden
        ? '现在：结果在公布前是草稿，只有区领导、考核办、组织部、督查室看得到。'
        : '现在：各单位随时能看到自己可看的实时排名和得分，公布的是留存的定稿。',
    ),
    row([
      publishDrafts.button({
        text: hidden ? '改为随时可看' : '改为公布前不可看',
        size: 'small',
        payload: { hide: !hidden, period },
        confirm: {
          title: hidden ? '让各单位随时看到实时结果吗？' : '公布前不让被考核单位看结果吗？',
        },
      }),
    ]),
  ];
}
