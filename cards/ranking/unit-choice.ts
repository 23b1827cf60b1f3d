import { type Period, periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { explainShow, roadmapShow } from './score-buttons.ts';

/** Asks of which unit something is to be shown. */
export interface UnitChoiceView extends Pick<Frame, 'demo'> {
  readonly of: 'explain' | 'roadmap';
  readonly period: Period;
  /** What was said in place of a unit; empty when nothing was. */
  readonly said: string;
  /** Only those that the asker may see. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const shows = {
  explain: { name: '得分明细', word: '得分', button: explainShow },
  roadmap: { name: '路线图', word: '路线图', button: roadmapShow },
} as const;

/** A select of units; the chosen one's explanation or road map follows at once. */
export function unitChoiceCard({ demo, of, period, said, units }: UnitChoiceView): Card {
  const { name, word, button } = shows[of];
  const lead = said === '' ? md`` : md`“${cut(said, 20)}”说的是哪个单位，没有听清。`;
  return card({
    frame: plainFrame({ demo }),
    title: `看哪个单位的${name}？`,
    template: 'wathet',
    elements: [
      markdown(md`${lead}请选一个单位，马上显示${periodName(period)}的${name}。`),
      button.select({
        placeholder: '选一个单位',
        options: units.map(({ id, name: text }) => ({ value: id, text })),
        payload: { period },
      }),
      caption(`也可以直接发送：/${word} ${units[0]?.name ?? '单位名称'}`),
    ],
  });
}
