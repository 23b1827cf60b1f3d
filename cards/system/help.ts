import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, column, columnSet, markdown } from '../kit/content.ts';
import type { BodyElement, Element } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, lines } from '../kit/phrasing.ts';

/** One thing that the asker may do here. */
interface HelpEntry {
  readonly title: string;
  readonly summary: string;
  /** What the button says for the person, e.g. `/ranking`. */
  readonly say: string;
  /** What may be typed instead, e.g. `/排名 园区 10月`. */
  readonly example?: string | undefined;
}

/** What help shows: only what the asker may do in this chat. */
export interface HelpView extends Pick<Frame, 'demo'> {
  readonly name: string;
  /** Said below the title: what needs no command. */
  readonly tips?: readonly string[];
  readonly sections: readonly { readonly title: string; readonly entries: readonly HelpEntry[] }[];
}

/** Rows with a button; each takes six elements of the card's budget. */
const mostEntries = 24;

/** What one can do here, by section, each with a button, so that nothing need be remembered. */
export function helpCard(view: HelpView): Card {
  const total = view.sections.reduce((sum, { entries }) => sum + entries.length, 0);
  return card({
    frame: plainFrame(view),
    title: '强引擎能帮您做什么',
    subtitle: view.name,
    elements: [
      markdown(md`${['点按钮就行，不用记命令', ...(view.tips ?? [])].join('；')}。`),
      ...(total === 0 ? [markdown(md`您在这里还没有可用的功能。请联系系统管理员绑定身份或登记本群。`)] : []),
      ...sections(view),
      total > mostEntries && caption(`另有 ${total - mostEntries} 项，可直接输入命令。`),
    ],
  });
}

function sections(view: HelpView): BodyElement[] {
  let left = mostEntries;
  return view.sections.flatMap(({ title, entries }) => {
    const shown = entries.slice(0, left);
    left -= shown.length;
    return shown.length === 0 ? [] : [markdown(md`${bold(title)}`), ...shown.map(entryRow)];
  });
}

function entryRow({ title, summary, say, example }: HelpEntry): Element {
  const typed = example === undefined ? md`` : md`例：${cut(example, 60)}`;
  return columnSet([
    column([sayButton({ text: cut(title, 12), say, size: 'small', width: 'fill' })], '88px'),
    column([markdown(lines(md`${cut(summary, 60)}`, typed), { size: 'notation' })], 1),
  ]);
}
