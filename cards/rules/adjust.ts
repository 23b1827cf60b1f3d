import { adjustmentNames } from '#src/domain/assessment/rules/rule-change-words.ts';
import { longDay, shortDay } from '#src/shared/time.ts';
import { evidenceRows } from '../evidence/evidence-rows.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row, rowWithButton } from '../kit/content.ts';
import type { BodyElement } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { adjustForm, adjustOpen, itemsShow } from './adjust-buttons.ts';
import { adjustmentWords } from './adjust-words.ts';

interface Adjusted {
  readonly type: 'bonus' | 'deduction' | 'veto';
  readonly points: string;
  readonly reason: string;
  readonly date: string;
  readonly unitName: string;
}

interface Proven {
  /** Pieces of evidence. */
  readonly files: number;
}

/** What waits for a second person and what is in force; the office's alone. */
export interface AdjustView extends Pick<Frame, 'demo'> {
  /** Of one unit alone, where it was named. */
  readonly unit?: string;
  readonly unitName?: string;
  readonly open: readonly (Adjusted &
    Proven & { readonly id: string; readonly by: string; readonly own: boolean })[];
  /** `proposal` opens it; absent for what was not proposed here. */
  readonly inForce: readonly (Adjusted & Proven & { readonly proposal?: string | undefined })[];
  readonly year: number;
  /** The running year, where that has none in force yet and the last one is shown. */
  readonly empty?: number;
  /** How many are in force in the year; the list shows the newest. */
  readonly total: number;
}

const mostOpen = 10;

/** Bonuses, deductions and vetoes: those to decide first, then those that count. */
export function adjustCard(view: AdjustView): Card {
  const { open, inForce, total, year, empty } = view;
  return card({
    frame: plainFrame(view),
    title: view.unitName === undefined ? '加减分' : `加减分：${view.unitName}`,
    template: open.length > 0 ? 'orange' : 'blue',
    elements: [
      markdown(bold(open.length === 0 ? '没有待审核的加减分' : `待审核（${open.length} 项，没有生效）`)),
      ...open.slice(0, mostOpen).map((each) =>
        rowWithButton(
          markdown(
            lines(
              md`${bold(each.unitName)} ${adjustmentWords(each)}`,
              md`${cut(each.reason, 60)}（${shortDay(each.date)}，${each.by}提出）`,
              each.files > 0 ? md`附佐证 ${each.files} 件` : coloured('red', '没有附佐证文件'),
            ),
          ),
          adjustOpen.button({
            text: each.own ? '查看' : '审核',
            size: 'small',
            payload: { id: each.id },
          }),
        ),
      ),
      open.length > mostOpen && caption(`另有 ${open.length - mostOpen} 项，审核后依次显示。`),
      hr(),
      markdown(bold(total === 0 ? `${year}年还没有生效的加减分` : `${year}年已生效 ${total} 项`)),
      empty !== undefined && caption(`${empty}年还没有生效的，这里是${year}年的。`),
      ...inForce.map(inForceRow),
      total > inForce.length &&
        caption(
          `这里是最近 ${inForce.length} 项。要看一个单位的，发送：/加减分 区财政局；要看别的年份，加上年份。`,
        ),
      caption('有佐证文件的，先把文件发到与我的私聊，再点“以此提出加减分”。'),
      row([
        adjustForm.button({
          text: '提出加减分',
          type: 'primary',
          payload: view.unit === undefined ? {} : { unit: view.unit },
        }),
        itemsShow.button({ text: '事项目录', payload: {} }),
      ]),
    ],
  });
}

function inForceRow({ files, proposal, ...each }: AdjustView['inForce'][number]): BodyElement {
  const mark = files > 0 ? `，佐证 ${files} 件` : '';
  const text = markdown(
    md`${each.unitName} ${adjustmentWords(each)}：${cut(each.reason, 60)}（${longDay(each.date)}${mark}）`,
  );
  if (proposal === undefined) return text;
  return rowWithButton(text, adjustOpen.button({ text: '查看', size: 'small', payload: { id: proposal } }));
}

/** What the head of the unit concerned is told when it takes effect. */
export function adjustNoticeCard(
  view: Pick<Frame, 'demo'> &
    Adjusted & {
      readonly id: string;
      readonly document: string;
      readonly cap?: string;
      readonly files: readonly { readonly name: string }[];
      /** Evidence is opened where nobody reads along. */
      readonly private: boolean;
    },
): Card {
  return card({
    frame: plainFrame(view),
    title: `${view.unitName}有一项${adjustmentNames[view.type]}生效`,
    template: view.type === 'bonus' ? 'green' : 'red',
    elements: [
      markdown(md`## ${adjustmentWords(view)}`),
      markdown(
        lines(
          md`事由：${view.reason}`,
          md`依据：${view.document}`,
          md`认定日期：${longDay(view.date)}，计入这一天及以后结束的时期。`,
        ),
      ),
      ...evidenceRows(view),
      view.cap !== undefined && caption(view.cap),
      view.type === 'veto' && markdown(md`一票否决不改变得分和名次，但当年不得评为第一等次。`),
      caption('有疑问请联系考核办。'),
      row([sayButton({ text: '看本单位得分', say: '/explain' })]),
    ],
  });
}
