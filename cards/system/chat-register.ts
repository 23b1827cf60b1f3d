import { z } from 'zod';
import type { ChatKind } from '#src/domain/people/chat.ts';
import { defineButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown } from '../kit/content.ts';
import { form, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { bold, coloured } from '../kit/phrasing.ts';

/** Registers the chat in which the card stands; the fields are named by `chatRegisterFields`. */
export const chatRegister = defineButton({ id: 'chat.register', payload: z.object({}) });

/** The names of the fields: `kind` is a chat kind (or `public_ranking_full`), `of` a unit's or task force's id. */
export const chatRegisterFields = { kind: 'kind', of: 'of' } as const;

/** What registering a group shows: the form, or what it is now. */
export interface ChatRegisterView extends Pick<Frame, 'demo'> {
  /** Units and task forces, for the kinds that belong to one. */
  readonly owners: readonly Option[];
  /** What it is registered for so far. */
  readonly current?: string | undefined;
  readonly error?: string | undefined;
  /** What it was registered for just now, in words. */
  readonly result?: string | undefined;
}

/** A kind as the form offers it; `full` shows every place instead of the first five. */
const chatKindWords: Record<ChatKind | 'public_ranking_full', string> = {
  leaders: '领导群：可看全部排名',
  public_ranking: '公开排名群：各赛道前 5 名',
  public_ranking_full: '公开排名群：全部名次',
  task_force: '专班群：本专班指标',
  unit: '单位群：本单位情况',
};

/** Registers what a group may see; administrators only. */
export function chatRegisterCard(view: ChatRegisterView): Card {
  if (view.result !== undefined) return registered(view, view.result);
  const { kind, of } = chatRegisterFields;
  return card({
    frame: plainFrame(view),
    title: '登记本群用途',
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      markdown(md`本群目前：${bold(view.current ?? '未登记，不显示任何数据')}`),
      form('chat_register', [
        selectStatic({
          name: kind,
          placeholder: '用途',
          required: true,
          options: Object.entries(chatKindWords).map(([value, text]) => ({ value, text })),
        }),
        view.owners.length > 0 &&
          selectStatic({
            name: of,
            placeholder: '哪个单位或专班（单位群、专班群要选）',
            options: view.owners.slice(0, 100),
            textLength: 24,
          }),
        chatRegister.submit({ name: 'submit', text: '登记', payload: {} }),
      ]),
      caption('登记决定群里能看到什么，与提问的人是谁无关。个人积分不会出现在群里。'),
    ],
  });
}

function registered(view: ChatRegisterView, result: string): Card {
  return card({
    frame: plainFrame(view),
    title: '本群已登记',
    template: 'green',
    elements: [markdown(md`本群用途：${bold(result)}`), caption('需要更改时，再发一次“/登记”。')],
  });
}
