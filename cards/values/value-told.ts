import { periodName } from '#src/domain/calendar/period.ts';
import { type Instant, shortTime } from '#src/shared/time.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, rowWithButton } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';

/** What became of a reporter's values. */
export interface ValueToldView extends Pick<Frame, 'demo'> {
  readonly what: 'returned' | 'corrected';
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly items: readonly {
    readonly indicator: string;
    readonly unitName: string;
    readonly period: string;
    /** With its measure; after a correction `旧 → 新`. */
    readonly value: string;
    /** What came into force again. */
    readonly instead?: string | undefined;
  }[];
}

const mostItems = 15;

/** Tells a reporter, in private, that values were returned, with a button to report each again, or corrected. */
export function valueToldCard(view: ValueToldView): Card {
  const { what, by, at, items } = view;
  const returned = what === 'returned';
  const rest = items.length - mostItems;
  return card({
    frame: plainFrame(view),
    title: returned ? `${items.length} 项上报被退回` : '您上报的数已更正',
    template: returned ? 'orange' : 'wathet',
    elements: [
      markdown(
        lines(
          coloured('orange', `${returned ? '退回' : '更正'}原因：${cut(view.reason, 200)}`),
          md`${by} ${shortTime(at)} ${returned ? '退回。请改好后再报一次。' : '更正，原数保留备查。'}`,
        ),
      ),
      ...items.slice(0, mostItems).map((item) => itemRow(item, returned)),
      rest > 0 && caption(`另有 ${rest} 项，请发送 /我的 查看。`),
    ],
  });
}

function itemRow(
  { indicator, unitName, period, value, instead }: ValueToldView['items'][number],
  again: boolean,
) {
  const words = markdown(
    lines(
      md`${cut(indicator, 36)} ${bold(value)}`,
      coloured(
        'grey',
        `${cut(unitName, 24)} · ${periodName(period)}${instead === undefined ? '' : ` · 恢复为 ${instead}`}`,
      ),
    ),
  );
  if (!again) return words;
  const say = `/report ${indicator} ${periodName(period)}`;
  return rowWithButton(words, sayButton({ text: '重新上报', say, size: 'small' }));
}
