import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';

/** A short word from the bot: done, worth knowing, or gone wrong. */
export interface SentenceView extends Pick<Frame, 'demo'> {
  /** A piece of information when absent. */
  readonly kind?: 'info' | 'done' | 'error' | undefined;
  /** Absent: a plain heading of the kind. */
  readonly title?: string | undefined;
  /** What happened and what to do next. */
  readonly text: string;
  /** Number to name to the administrator. */
  readonly reference?: string | undefined;
  readonly next?: readonly { readonly text: string; readonly say: string }[] | undefined;
}

const looks = {
  info: { title: '提示', template: 'wathet' },
  done: { title: '已完成', template: 'green' },
  error: { title: '没有办成', template: 'orange' },
} as const;

/** One sentence with what to do next. */
export function sentenceCard(view: SentenceView): Card {
  const look = looks[view.kind ?? 'info'];
  return card({
    frame: plainFrame(view),
    title: view.title ?? look.title,
    template: look.template,
    summary: view.text,
    elements: [
      markdown(md`${view.text}`),
      view.reference !== undefined && caption(`编号 ${view.reference}，联系管理员时请报这个编号。`),
      row((view.next ?? []).slice(0, 5).map(({ text, say }) => sayButton({ text, say, size: 'small' }))),
    ],
  });
}
