import { z } from 'zod';
import { defineButton, sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { form, input, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';

/** Takes the binding form; the fields are named by `bindFields`. */
export const bindSubmit = defineButton({ id: 'bind.submit', payload: z.object({}) });

/** The names of the fields: `contact` is a mobile or an e-mail; `roster` the id or name of a cadre or enterprise. */
export const bindFields = { contact: 'contact', roster: 'roster' } as const;

/** What binding shows: the form, or what became of it. */
export interface BindView extends Pick<Frame, 'demo'> {
  /** What was typed before. */
  readonly contact?: string | undefined;
  /** Roster entries that fit what was typed, when there are several; absent: a text field asks. */
  readonly candidates?: readonly Option[] | undefined;
  readonly error?: string | undefined;
  /** When somebody was bound: who, to what, and what they may do now. */
  readonly result?: { readonly who: string; readonly as: string; readonly roles: string } | undefined;
}

/** Binds a chat account to an entry of the roster; administrators only. */
export function bindCard(view: BindView): Card {
  return view.result === undefined ? bindForm(view) : bound(view, view.result);
}

const mostCandidates = 50;

function bindForm(view: BindView): Card {
  const { contact, roster } = bindFields;
  const { candidates = [] } = view;
  return card({
    frame: plainFrame(view),
    title: '绑定身份',
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      markdown(md`填对方在飞书登记的手机号或邮箱，以及名册里的姓名或编号。`),
      form('bind', [
        input({ name: contact, label: '手机号或邮箱', required: true, value: view.contact, max: 60 }),
        candidates.length > 0
          ? selectStatic({
              name: roster,
              placeholder: '名册里是哪一位',
              required: true,
              options: candidates.slice(0, mostCandidates),
              textLength: 50,
            })
          : input({
              name: roster,
              label: '姓名或编号',
              placeholder: '例如 C023',
              required: true,
              max: 60,
            }),
        bindSubmit.submit({ name: 'submit', text: '绑定', payload: {} }),
      ]),
      candidates.length > mostCandidates &&
        caption(`这里只列出前 ${mostCandidates} 位。不在其中的，请重新发送“/绑定”，改填编号。`),
      caption('只用来查找账号，不保存手机号和邮箱。企业人员请发送“/绑定 企业 名称或编号”取得邀请码。'),
    ],
  });
}

function bound(view: BindView, { who, as, roles }: NonNullable<BindView['result']>): Card {
  return card({
    frame: plainFrame(view),
    title: '已绑定',
    template: 'green',
    elements: [
      markdown(
        lines(md`${bold(who)} 已绑定为 ${bold(as)}`, md`身份：${roles}。对方现在可以发“帮助”试一试。`),
      ),
      row([sayButton({ text: '继续绑定', say: '/bind', size: 'small' })]),
    ],
  });
}
