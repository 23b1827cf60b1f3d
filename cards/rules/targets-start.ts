import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row, rowWithButton } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { targetsShow, trackEdit } from './rules-buttons.ts';

/** Where the office begins: units to choose from, those with something open, and the tracks. */
export interface TargetsStartView extends Pick<Frame, 'demo'> {
  readonly year: number;
  /** The running year, where that has no targets yet and the last one is shown. */
  readonly empty?: number;
  readonly units: readonly Option[];
  readonly open: readonly {
    readonly unit: string;
    readonly name: string;
    readonly sum: string;
    readonly draft: boolean;
  }[];
  readonly tracks: readonly { readonly id: string; readonly name: string; readonly units: number }[];
}

const mostUnits = 60;
const mostOpen = 8;

/** Chooses whose targets to edit. */
export function targetsStartCard(view: TargetsStartView): Card {
  const { year, empty, open } = view;
  return card({
    frame: plainFrame(view),
    title: `${year}年目标任务和规则`,
    elements: [
      empty !== undefined && caption(`${empty}年还没有下达任务，这里是${year}年的。`),
      markdown(
        md`选一个单位，或直接发送：/目标 区财政局。要看别的年份，加上年份，如：/目标 区财政局 ${year + 1}。`,
      ),
      view.units.length > 0 &&
        targetsShow.select({
          placeholder: '哪个单位的目标',
          options: view.units.slice(0, mostUnits),
          payload: { year },
        }),
      view.units.length > mostUnits && caption(`这里列出前 ${mostUnits} 个单位，其他单位请直接发送名称。`),
      open.length > 0 && markdown(bold('还没有办完')),
      ...open
        .slice(0, mostOpen)
        .map(({ unit, name, sum, draft }) =>
          rowWithButton(
            markdown(lines(bold(name), md`${draft ? coloured('orange', '草稿未生效，') : ''}${sum}`)),
            targetsShow.button({ text: '打开', size: 'small', payload: { unit, year } }),
          ),
        ),
      open.length > mostOpen && caption(`另有 ${open.length - mostOpen} 个单位没有办完。`),
      markdown(bold('赛道规则：成员单位、加分上限、并列写法、等次比例')),
      row(
        view.tracks
          .slice(0, 8)
          .map(({ id, name, units }) =>
            trackEdit.button({ text: `${name}（${units}）`, size: 'small', payload: { id, year } }),
          ),
      ) ?? markdown(md`这一年还没有划分赛道。`),
      row([
        sayButton({ text: '看规则版本', say: '/rules', size: 'small' }),
        sayButton({ text: '加减分', say: '/adjust', size: 'small' }),
      ]),
    ],
  });
}
