import { type Period, periodName } from '#src/domain/calendar/period.ts';
import { type Day, shortDay } from '#src/shared/time.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row, rowWithButton } from '../kit/content.ts';
import type { BodyElement, Element } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';

/** A value that someone owes. */
export interface OwedItem {
  readonly indicator: string;
  /** Only where the person reports for several units. */
  readonly unitName?: string | undefined;
  readonly period: Period;
  readonly due: Day;
  /** What the button beside it says for the person, e.g. `/report 固定资产投资 10月`; without it there is none. */
  readonly say?: string | undefined;
}

/** What a person owes and has given. */
export interface MineView extends Pick<Frame, 'demo'> {
  readonly name: string;
  readonly overdue: readonly OwedItem[];
  readonly dueSoon: readonly OwedItem[];
  /** Values already reported for the periods that count now. */
  readonly reported: number;
  /** Nothing is theirs to report at all. */
  readonly idle?: boolean | undefined;
  /** Remarks, e.g. `日历未公布`. */
  readonly remarks?: readonly string[] | undefined;
}

/** Items with a button of their own; the others stand in lines below, or only in the number. */
const most = { buttons: 10, lines: 10 };

/** What the asker owes and until when, overdue first, with the way to report it. */
export function mineCard(view: MineView): Card {
  const owed = view.overdue.length + view.dueSoon.length;
  const soonButtons = Math.max(0, most.buttons - view.overdue.length);
  return card({
    frame: plainFrame(view),
    title: view.idle ? '没有要您上报的指标' : owed === 0 ? '本期都报齐了' : `待上报 ${owed} 项`,
    subtitle: view.name,
    template: owed === 0 && !view.idle ? 'green' : 'blue',
    elements: [
      markdown(summary(view)),
      ...group(coloured('red', heading('已过截止日', view.overdue)), view.overdue, most.buttons),
      ...group(heading('临近截止日', view.dueSoon), view.dueSoon, soonButtons),
      ...(view.remarks ?? []).map(caption),
      row([
        !view.idle &&
          sayButton({ text: '打开上报表', say: '/report', type: owed === 0 ? 'default' : 'primary_filled' }),
        sayButton({ text: '看排名', say: '/ranking' }),
      ]),
    ],
  });
}

function summary({ overdue, dueSoon, reported, idle }: MineView): Markup {
  if (idle) return md`您不是任何指标的填报人，不用上报。各单位报得怎样，请看排名。`;
  if (overdue.length + dueSoon.length === 0) return md`已报 ${reported} 项，没有待上报的指标，谢谢。`;
  return md`已报 ${reported} 项，已过截止日 ${overdue.length} 项，临近截止日 ${dueSoon.length} 项。晚报也可以补，补上即计入。`;
}

function heading(title: string, items: readonly OwedItem[]): Markup {
  return bold(`${title}（${items.length} 项）`);
}

function group(title: Markup, items: readonly OwedItem[], buttons: number): BodyElement[] {
  if (items.length === 0) return [];
  const plain = items.slice(buttons, buttons + most.lines);
  const rest = items.length - buttons - plain.length;
  return [
    markdown(title),
    ...items.slice(0, buttons).map(itemRow),
    ...(plain.length > 0 ? [markdown(lines(...plain.map(itemText)))] : []),
    ...(rest > 0 ? [caption(`另有 ${rest} 项，请在上报表里查看。`)] : []),
  ];
}

function itemText({ indicator, unitName, period, due }: OwedItem): Markup {
  const unit = unitName === undefined ? '' : `${cut(unitName, 20)} · `;
  return lines(
    md`${cut(indicator, 30)}`,
    coloured('grey', `${unit}${periodName(period)}，截止${shortDay(due)}`),
  );
}

function itemRow(item: OwedItem): Element {
  const text = markdown(itemText(item));
  if (item.say === undefined) return text;
  return rowWithButton(text, sayButton({ text: '上报', say: item.say, size: 'small' }));
}
