import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import { lines } from '../kit/phrasing.ts';

/** Why something was not done, and who can. */
export interface RefusalView extends Pick<Frame, 'demo'> {
  /** E.g. `确认本单位上报需要单位主要负责人或报送人`. */
  readonly why: string;
  /** E.g. `请联系考核办` or `可由王芳（区发改委）办理`. */
  readonly who: string;
}

/** A polite no: nothing was done, why, and whom to turn to. */
export function refusalCard(view: RefusalView): Card {
  return card({
    frame: plainFrame(view),
    title: '这件事您暂时不能办',
    template: 'grey',
    elements: [
      markdown(lines(md`${view.why}。`, md`${view.who}。`)),
      row([sayButton({ text: '看我能做什么', say: '/help', size: 'small' })]),
    ],
  });
}
