import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md } from '../kit/markup.ts';

/** What a near miss shows: what was said and what may have been meant, commands or (then `kind` says so) indicators. */
export interface SuggestView extends Pick<Frame, 'demo'> {
  readonly said: string;
  readonly kind?: 'indicator' | undefined;
  readonly suggestions: readonly {
    readonly title: string;
    readonly summary?: string | undefined;
    readonly say: string;
  }[];
}

function leadOf(kind: SuggestView['kind'], count: number, said: string): Markup {
  if (count === 0) return md`没有听懂“${said}”。请换个说法，或看看能做什么。`;
  return kind === 'indicator' ? md`“${said}”可能是下面几个指标：` : md`没有“${said}”这个命令，最接近的是：`;
}

/** 您是不是想…: the closest commands as buttons. */
export function suggestCard(view: SuggestView): Card {
  const closest = view.suggestions.slice(0, 6);
  const said = cut(view.said.trim(), 60);
  return card({
    frame: plainFrame(view),
    title: closest.length > 0 ? '您是不是想…' : '没有听懂',
    template: 'wathet',
    elements: [
      markdown(leadOf(view.kind, closest.length, said)),
      row([
        ...closest.map(({ title, summary, say }) =>
          sayButton({ text: summary ? `${cut(title, 30)}：${cut(summary, 30)}` : cut(title, 60), say }),
        ),
        sayButton({ text: '看全部功能', say: '/help', type: closest.length > 0 ? 'text' : 'default' }),
      ]),
    ],
  });
}
