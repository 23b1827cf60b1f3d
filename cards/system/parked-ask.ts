import { shortTime } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { markdown, row } from '../kit/content.ts';
import { form, input, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, lines } from '../kit/phrasing.ts';
import { parkedDrop, parkedRetry, parkedShow } from './parked-buttons.ts';
import type { ParkedView } from './parked-view.ts';
import { parkedKind } from './parked-words.ts';

/** Names of the fields when one is given up. */
export const parkedDropFields = { why: 'why', note: 'note' } as const;

/** Why a message may be given up. */
export const dropReasons = {
  told: '对方已通过其他方式知道',
  outdated: '内容已过时',
  gone: '收件人或群已不在',
  broken: '内容无法发送',
  other: '其他（请写明）',
} as const;

/** One message, and from which page of the list. */
export interface ParkedAskView extends Pick<Frame, 'demo'> {
  readonly message: Pick<ParkedView['messages'][number], 'id' | 'to' | 'kind' | 'about' | 'since' | 'reason'>;
  readonly page: number;
}

function about({ message }: ParkedAskView) {
  const { to, since, reason } = message;
  return lines(
    md`${bold(cut(to, 40))}`,
    md`${parkedKind(message)} · ${shortTime(since)}起`,
    md`原因：${cut(reason, 120)}`,
  );
}

function back({ page }: ParkedAskView) {
  return parkedShow.button({ text: '返回', payload: { page } });
}

/** The second question before a message is sent that may have arrived. */
export function parkedTwiceCard(view: ParkedAskView): Card {
  const { id } = view.message;
  return card({
    frame: plainFrame(view),
    title: '可能已经送达，仍要重发吗？',
    template: 'red',
    elements: [
      markdown(about(view)),
      markdown(md`对方也许已经收到。再发一次，对方可能看到两条。请先问一下对方。`),
      row([
        parkedRetry.button({
          text: '没收到，仍要重发',
          type: 'danger',
          payload: { id, page: view.page, sure: true },
        }),
        back(view),
      ]),
    ],
  });
}

/** Asks why a message is given up; it is not sent any more and its content is removed. */
export function parkedDropCard(view: ParkedAskView): Card {
  const { why, note } = parkedDropFields;
  const options = Object.entries(dropReasons).map(([value, text]) => ({ value, text }));
  return card({
    frame: plainFrame(view),
    title: '放弃发送',
    template: 'red',
    elements: [
      markdown(about(view)),
      markdown(md`放弃后不能恢复。谁在何时因何放弃，会记入日志。`),
      form('drop', [
        selectStatic({ name: why, placeholder: '放弃的原因', required: true, options }),
        input({ name: note, placeholder: '补充说明（选“其他”时必填）', max: 100 }),
        parkedDrop.submit({
          name: 'submit',
          text: '放弃发送',
          type: 'danger_filled',
          payload: { id: view.message.id, page: view.page },
        }),
      ]),
      row([back(view)]),
    ],
  });
}
