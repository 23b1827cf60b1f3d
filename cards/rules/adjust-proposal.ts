import { type Instant, longDay, shortTime } from '#src/shared/time.ts';
import { evidenceRows } from '../evidence/evidence-rows.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { form, input } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md, nothing } from '../kit/markup.ts';
import { coloured, lines } from '../kit/phrasing.ts';
import { adjustApprove, adjustReject, adjustWithdraw } from './adjust-buttons.ts';
import { adjustmentWords } from './adjust-words.ts';
import { decidingWords, type ProposalViewer } from './proposal-viewer.ts';

/** The name of the field in which a rejection is explained. */
export const rejectField = 'why';

/** One proposal as one of the office reads it. */
export interface AdjustProposalView extends Pick<Frame, 'demo'> {
  readonly viewer: ProposalViewer;
  readonly id: string;
  readonly state: 'proposed' | 'effective' | 'rejected' | 'withdrawn';
  readonly type: 'bonus' | 'deduction' | 'veto';
  readonly points: string;
  readonly reason: string;
  readonly date: string;
  readonly document: string;
  readonly unitName: string;
  readonly item: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly decision?: string;
  readonly cap?: string;
  /** Its evidence, the oldest first. */
  readonly files: readonly { readonly name: string; readonly by: string; readonly at: Instant }[];
}

const states = {
  proposed: { text: '待审核', colour: 'orange', template: 'orange' },
  effective: { text: '已生效', colour: 'green', template: 'green' },
  rejected: { text: '已驳回', colour: 'red', template: 'red' },
  withdrawn: { text: '已撤回', colour: 'neutral', template: 'grey' },
} as const;

/** What its proposal's card shows, so that every shown one changes with its state. */
export function adjustSubject(id: string): string {
  return `adjustment:${id}`;
}

/** A proposed bonus, deduction or veto, with what the second person can do. */
export function adjustProposalCard(view: AdjustProposalView): Card {
  const { text, colour, template } = states[view.state];
  return card({
    frame: plainFrame(view),
    title: `加减分：${view.unitName}`,
    template,
    tags: [{ text, colour }],
    elements: [
      markdown(md`## ${adjustmentWords(view)}`),
      markdown(
        lines(
          md`事项：${view.item}`,
          md`事由：${view.reason}`,
          md`依据：${view.document}`,
          md`认定日期：${longDay(view.date)}，计入这一天及以后结束的时期。`,
          md`${view.proposedBy} ${shortTime(view.proposedAt)} 提出`,
          decidedLine(view),
        ),
      ),
      ...(view.files.length > 0 ? evidenceRows(view) : [noFiles(view)]),
      view.cap !== undefined && caption(view.cap),
      ...(view.state === 'proposed' ? decisionElements(view) : []),
      hr(),
      row([sayButton({ text: '全部加减分', say: '/adjust', size: 'small' })]),
    ],
  });
}

function decidedLine({ state, decidedBy, decidedAt, decision }: AdjustProposalView) {
  if (decidedBy === undefined || decidedAt === undefined) return nothing;
  const by = md`${decidedBy} ${shortTime(decidedAt)}`;
  if (state === 'effective') return md`${by} 审核通过`;
  if (state === 'withdrawn') return md`${by} 撤回`;
  return coloured('red', md`${by} 驳回：${decision ?? ''}`);
}

/** Who decides is told in words where nothing but a name of the evidence is there. */
function noFiles({ state }: AdjustProposalView) {
  const words = '佐证：没有附文件';
  return markdown(state === 'proposed' ? coloured('red', words) : md`${words}`);
}

function decisionElements(view: AdjustProposalView): Maybe<BodyElement>[] {
  const { viewer, files } = view;
  const bare = {
    proposer: '可以把文件或照片发到与我的私聊，再点“附到这项”。',
    second: '没有附文件，请先核对依据的原件。',
    reader: '',
  };
  return [
    caption(`${files.length === 0 ? bare[viewer] : ''}${decidingWords[viewer]}`),
    ...(viewer === 'proposer' ? [row([withdrawButton(view)])] : []),
    ...(viewer === 'second' ? secondElements(view) : []),
  ];
}

function withdrawButton({ id }: AdjustProposalView) {
  const confirm = { title: '撤回自己提出的这项加减分吗？' };
  return adjustWithdraw.button({ text: '撤回', payload: { id }, confirm });
}

function secondElements({ id, files }: AdjustProposalView): Maybe<BodyElement>[] {
  return [
    row([
      adjustApprove.button({
        text: '审核通过',
        type: 'primary_filled',
        payload: { id, files: files.length },
        confirm: {
          title: files.length === 0 ? '没有附佐证文件，仍然通过吗？' : '通过这项加减分吗？',
          text: '通过后立即计分，并通知该单位主要负责人。',
        },
      }),
    ]),
    form('reject', [
      input({ name: rejectField, label: '驳回的理由', required: true, max: 200 }),
      adjustReject.submit({ name: 'submit', text: '驳回', type: 'danger', payload: { id } }),
    ]),
  ];
}
