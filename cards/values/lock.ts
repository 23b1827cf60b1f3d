import { type Period, periodName } from '#src/domain/calendar/period.ts';
import { type Instant, shortDay, shortTime } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row, rowWithButton } from '../kit/content.ts';
import type { Element } from '../kit/elements.ts';
import { datePicker, form, input, labelled } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { lockAsk, lockEnd, lockReopen, lockSet, lockShow } from './lock-buttons.ts';

/** A locked month opened again for a while. */
interface ShownReopening {
  /** Its place among the month's. */
  readonly at: number;
  /** `全部`, or unit and indicator. */
  readonly scope: string;
  readonly until: string;
  readonly why: string;
  readonly by: string;
  readonly running: boolean;
}

/** A month with its lock. */
interface LockMonth {
  readonly month: Period;
  readonly locked?: { readonly by: string; readonly at: Instant } | undefined;
  readonly reopenings: readonly ShownReopening[];
}

/** The months, the newest first. */
export interface LockView extends Pick<Frame, 'demo'> {
  readonly months: readonly LockMonth[];
}

/** What is asked before a month is locked. */
export interface LockAskView extends Pick<Frame, 'demo'> {
  readonly month: Period;
  readonly awaiting: number;
  readonly unreported: number;
}

/** What a reopening wants to know. */
export interface LockReopenView extends Pick<Frame, 'demo'> {
  readonly month: Period;
  /** The day proposed as the last. */
  readonly until: string;
}

/** The names of a reopening's fields. */
export const reopenFields = { unit: 'unit', indicator: 'indicator', until: 'until', why: 'why' } as const;

const mostMonths = 12;
/** Running reopenings on the whole card. */
const mostReopenings = 8;

/** Which months are locked, with what was opened again until when and why. */
export function lockCard(view: LockView): Card {
  const months = view.months.slice(0, mostMonths);
  const running = months.flatMap(({ month, reopenings }) =>
    reopenings.filter((one) => one.running).map((one) => ({ month, one })),
  );
  const shown = running.slice(0, mostReopenings);
  return card({
    frame: plainFrame(view),
    title: '账期锁定',
    elements: [
      caption('锁定后，这个月到期的半月、月、季、半年和年度数据都不能再上报、退回或更正。'),
      ...months.flatMap((each) => [
        monthRow(each),
        ...shown
          .filter(({ month }) => month === each.month)
          .map(({ month, one }) => reopeningRow(month, one)),
      ]),
      running.length > shown.length && caption(`另有 ${running.length - shown.length} 处重新开放没有列出。`),
      row([lockShow.button({ text: '刷新', size: 'small', payload: {} })]),
    ],
  });
}

function monthRow({ month, locked, reopenings }: LockMonth): Element {
  const past = reopenings.filter(({ running }) => !running).length;
  const again = past > 0 ? ` · 重新开放过 ${past} 次` : '';
  const state = locked
    ? lines(
        md`${bold(periodName(month))} ${coloured('grey', '已锁定')}`,
        coloured('grey', `${locked.by} ${shortTime(locked.at)}${again}`),
      )
    : md`${bold(periodName(month))} ${coloured('green', '开放')}`;
  const button = lockAsk.button({
    text: locked ? '重新开放' : '锁定',
    size: 'small',
    payload: { month, what: locked ? 'reopen' : 'lock' },
  });
  return rowWithButton(markdown(state), button);
}

function reopeningRow(month: Period, { at, scope, until, why, by }: ShownReopening): Element {
  const words = markdown(
    lines(
      coloured('orange', `重新开放：${cut(scope, 60)}，到${shortDay(until)}止`),
      coloured('grey', `${by}：${cut(why, 60)}`),
    ),
  );
  return rowWithButton(words, lockEnd.button({ text: '收回', size: 'small', payload: { month, at } }));
}

/** The question before a month is locked: it says what is still open. */
export function lockAskCard(view: LockAskView): Card {
  const { month, awaiting, unreported } = view;
  const open = awaiting + unreported > 0;
  return card({
    frame: plainFrame(view),
    title: `锁定 ${periodName(month)}？`,
    template: open ? 'orange' : 'blue',
    elements: [
      markdown(
        open
          ? lines(
              coloured('orange', `还有待审核 ${awaiting} 项、未报 ${unreported} 项。`),
              md`锁定后未报的不能再补，待审核的仍可审核通过，不能退回。`,
            )
          : md`这个月的数据都已报齐并审核。`,
      ),
      caption('锁定后要修改，须由考核办写明原因和期限重新开放。'),
      row([
        lockSet.button({ text: '锁定', type: open ? 'danger_filled' : 'primary_filled', payload: { month } }),
        lockShow.button({ text: '返回', payload: {} }),
      ]),
    ],
  });
}

/** Asks for whom, until when and why a locked month is opened again. */
export function lockReopenCard(view: LockReopenView): Card {
  const { unit, indicator, until, why } = reopenFields;
  return card({
    frame: plainFrame(view),
    title: `重新开放 ${periodName(view.month)}`,
    template: 'orange',
    elements: [
      markdown(md`到期自动恢复锁定。谁在何时因何重新开放，会记入日志。`),
      form('reopen', [
        input({ name: unit, label: '单位', placeholder: '不填为全部单位，如：区财政局', max: 40 }),
        input({ name: indicator, label: '指标', placeholder: '不填为全部指标，如：固投', max: 40 }),
        ...labelled('开放到哪一天', datePicker({ name: until, required: true, day: view.until })),
        input({
          name: why,
          label: '原因',
          placeholder: '例如：统计口径调整，需补报',
          required: true,
          multiline: true,
          max: 100,
        }),
        lockReopen.submit({
          name: 'submit',
          text: '重新开放',
          type: 'danger_filled',
          payload: { month: view.month },
        }),
      ]),
      row([lockShow.button({ text: '返回', payload: {} })]),
    ],
  });
}
