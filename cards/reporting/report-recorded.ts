import type { Compared } from '#src/domain/assessment/working/benchmark-words.ts';
import { type Period, periodName } from '#src/domain/calendar/period.ts';
import { type Instant, shortTime } from '#src/shared/time.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, joined, lines } from '../kit/phrasing.ts';
import { comparedWords } from '../ranking/compared-words.ts';

/** One value that was recorded. */
export interface RecordedItem {
  readonly indicator: string;
  readonly unitName: string;
  readonly period: Period;
  /** With its measure, e.g. `12.35 亿元`. */
  readonly value: string;
  /** What it superseded, with its measure. */
  readonly replaces?: string | undefined;
  /** Recorded, and by whom it still has to be confirmed; absent when it is confirmed. */
  readonly waitsFor?: string | undefined;
  /** Whose task it is, where somebody else reported it. */
  readonly behalf?: string | undefined;
  /** Why it came after the due day. */
  readonly lateReason?: string | undefined;
  /** Beside city, province and nation. */
  readonly compared?: readonly Compared[] | undefined;
}

/** What a draft became. */
export interface ReportRecordedView extends Pick<Frame, 'demo'> {
  readonly state: 'recorded' | 'cancelled';
  readonly by: string;
  readonly at: Instant;
  readonly items: readonly RecordedItem[];
  /** What it did to places, e.g. `区城投集团在本赛道第 5 名 → 第 4 名（暂列）`. */
  readonly effects?: readonly string[] | undefined;
  /** What to do next, e.g. `本期还有 2 项待报，截止11月6日。`. */
  readonly next?: string | undefined;
}

/** A draft after it was confirmed or cancelled: who, when, what, and what follows. */
export function reportRecordedCard(view: ReportRecordedView): Card {
  return view.state === 'cancelled' ? cancelled(view) : recorded(view);
}

function cancelled(view: ReportRecordedView): Card {
  return card({
    frame: plainFrame(view),
    title: '已取消，没有记录任何数值',
    template: 'grey',
    elements: [
      markdown(md`${view.by} ${shortTime(view.at)} 取消了这次上报。需要时直接再发一句话即可。`),
      row([sayButton({ text: '重新上报', say: '/report', size: 'small' })]),
    ],
  });
}

function recorded(view: ReportRecordedView): Card {
  const effects = (view.effects ?? []).slice(0, 10).map((effect) => md`${effect}`);
  return card({
    frame: plainFrame(view),
    title: `已记录 ${view.items.length} 项`,
    template: 'green',
    elements: [
      markdown(lines(...view.items.map(itemLine))),
      effects.length > 0 && markdown(lines(...effects)),
      view.next !== undefined && markdown(md`下一步：${view.next}`),
      caption(`${view.by} ${shortTime(view.at)} 确认。报错了可以再报一次，新数替换旧数，旧数保留备查。`),
      row([
        sayButton({ text: '我的待报', say: '/mine', size: 'small' }),
        sayButton({ text: '继续上报', say: '/report', size: 'small' }),
      ]),
    ],
  });
}

function itemLine(item: RecordedItem): Markup {
  const { indicator, unitName, period, value, replaces, waitsFor, behalf, lateReason, compared = [] } = item;
  const facts = [
    md`${cut(unitName, 30)}`,
    md`${periodName(period)}`,
    replaces === undefined ? nothing : md`替换原数 ${replaces}`,
    behalf === undefined ? nothing : md`代${cut(behalf, 10)}填报`,
    lateReason === undefined ? nothing : coloured('orange', `逾期补报：${cut(lateReason, 60)}`),
    waitsFor === undefined ? nothing : coloured('orange', `待${waitsFor}审核`),
  ];
  return lines(
    md`✓ ${cut(indicator, 40)} ${bold(value)}`,
    joined(facts, md` · `),
    comparedWords(compared.slice(0, 1)),
  );
}
