import { type GradeProposal, gradeNames } from '#src/domain/assessment/records/grade-proposal.ts';
import { type Instant, shortTime } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { form, input } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md, nothing } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { table } from '../kit/table.ts';
import { publishedShow } from '../published/published-buttons.ts';
import { decidingWords, type ProposalViewer } from '../rules/proposal-viewer.ts';
import { gradesApprove, gradesReject, gradesShow, gradesWithdraw } from './grades-buttons.ts';

/** The name of the field in which a rejection is explained. */
export const gradesRejectField = 'why';

type Row = GradeProposal['rows'][number];

/** A proposal of grades as the office and the leaders read it. */
export interface GradeProposalView extends Pick<Frame, 'demo'> {
  readonly viewer: ProposalViewer;
  readonly id: string;
  readonly year: number;
  readonly trackName: string;
  /** Id of the published table. */
  readonly table: string;
  readonly rows: readonly Row[];
  readonly notes: GradeProposal['notes'];
  readonly provisional: number;
  readonly state: GradeProposal['state'];
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly decision?: string;
}

const states = {
  proposed: { text: '待审核', colour: 'orange', template: 'orange' },
  effective: { text: '已生效', colour: 'green', template: 'green' },
  rejected: { text: '已驳回', colour: 'red', template: 'red' },
  withdrawn: { text: '已撤回', colour: 'neutral', template: 'grey' },
  replaced: { text: '已被代替', colour: 'neutral', template: 'grey' },
} as const;

/** What its card shows, so that every shown one changes with its state. */
export function gradesSubject(id: string): string {
  return `grades:${id}`;
}

const mostRows = 80;

/** The proposed grades of a track, their edges, and what the second person can do. */
export function gradeProposalCard(view: GradeProposalView): Card {
  const { text, colour, template } = states[view.state];
  return card({
    frame: plainFrame(view),
    title: `${view.year}年度等次：${view.trackName}`,
    subtitle: countWords(view.rows),
    template,
    tags: [{ text, colour }],
    elements: [
      table<Row>({
        rows: view.rows.slice(0, mostRows),
        columns: [
          { title: '名次', width: '80px', text: ({ place }) => (place === null ? '—' : `${place}`) },
          { title: '单位', width: '90px', text: ({ name }) => name },
          { title: '等次', width: '80px', markdown: gradeMark },
          { title: '得分', width: '80px', align: 'right', text: ({ score }) => score ?? '—' },
        ],
      }),
      view.rows.length > mostRows && caption(`只列出前 ${mostRows} 个单位，生效后都会告知。`),
      markdown(lines(bold('边界说明'), ...noteLines(view))),
      markdown(lines(md`${view.proposedBy} ${shortTime(view.proposedAt)} 提出`, decidedLine(view))),
      ...(view.state === 'proposed' ? decisionElements(view) : []),
      hr(),
      row([
        publishedShow.button({ text: '看公布表', size: 'small', payload: { id: view.table } }),
        gradesShow.button({ text: '全部赛道', size: 'small', payload: { year: view.year } }),
      ]),
    ],
  });
}

function countWords(rows: readonly Row[]): string {
  const count = (grade: keyof typeof gradeNames) => rows.filter((each) => each.grade === grade).length;
  return `第一等次 ${count('first')} 个，第二等次 ${count('second')} 个，第三等次 ${count('third')} 个`;
}

function gradeMark({ grade, barred }: Row) {
  const name = grade === null ? '不评' : gradeNames[grade];
  return lines(md`${name}`, barred ? coloured('red', '一票否决') : nothing);
}

function noteLines({ notes, provisional }: GradeProposalView) {
  return [
    ...notes.map(
      ({ above, last, below, gap }) => md`${gradeNames[above]}末位是${last}，比其后的${below}高 ${gap} 分。`,
    ),
    notes.length === 0 ? md`没有等次之间的边界。` : nothing,
    provisional > 0 ? coloured('red', `${provisional} 个单位在公布表中是暂列，请先核实。`) : nothing,
  ];
}

function decidedLine({ state, decidedBy, decidedAt, decision }: GradeProposalView) {
  if (decidedBy === undefined || decidedAt === undefined) return nothing;
  const by = md`${decidedBy} ${shortTime(decidedAt)}`;
  if (state === 'rejected') return coloured('red', md`${by} 驳回：${decision ?? ''}`);
  return state === 'withdrawn' ? md`${by} 撤回` : md`${by} 审核通过`;
}

function decisionElements({ id, viewer }: GradeProposalView): Maybe<BodyElement>[] {
  const withdraw = { title: '撤回自己提出的等次吗？' };
  return [
    caption(`${decidingWords[viewer]}生效前各单位看不到。`),
    ...(viewer === 'proposer'
      ? [row([gradesWithdraw.button({ text: '撤回', payload: { id }, confirm: withdraw })])]
      : []),
    ...(viewer === 'second' ? secondElements(id) : []),
  ];
}

function secondElements(id: string): Maybe<BodyElement>[] {
  return [
    row([
      gradesApprove.button({
        text: '审核通过',
        type: 'primary_filled',
        payload: { id },
        confirm: { title: '通过这份等次吗？', text: '通过后记入各单位历年等次，并逐一告知单位主要负责人。' },
      }),
    ]),
    form('reject', [
      input({ name: gradesRejectField, label: '驳回的理由', required: true, max: 200 }),
      gradesReject.submit({ name: 'submit', text: '驳回', type: 'danger', payload: { id } }),
    ]),
  ];
}

/** What the head of a unit is told when the grades take effect: the own result alone. */
export interface GradeResultView extends Frame {
  readonly name: string;
  readonly year: number;
  readonly trackName: string;
  readonly grade: keyof typeof gradeNames;
  readonly score: string | null;
  readonly place: number | null;
  readonly units: number;
  readonly barred: boolean;
  readonly bonus: string;
  readonly deduction: string;
  readonly lost: readonly { readonly name: string; readonly lost: string }[];
}

/** A unit's result of the year. */
export function gradeResultCard(view: GradeResultView): Card {
  return card({
    frame: view,
    title: `${view.name}${view.year}年度考核结果`,
    subtitle: view.trackName,
    template: view.grade === 'first' ? 'green' : 'blue',
    elements: [
      markdown(md`## ${gradeNames[view.grade]}`),
      markdown(
        lines(
          view.score === null || view.place === null
            ? md`没有得分和名次，赛道共 ${view.units} 个单位`
            : md`得分 ${bold(view.score)}，第 ${bold(view.place)} 名 / ${view.units} 个单位`,
          md`其中加分 ${view.bonus}，扣分 ${view.deduction}`,
          view.barred ? coloured('red', '因一票否决，当年不得评为第一等次。') : nothing,
        ),
      ),
      view.lost.length > 0 &&
        markdown(
          lines(bold('失分最多的指标'), ...view.lost.map(({ name, lost }) => md`${name}，失 ${lost} 分`)),
        ),
      caption('等次按公布的全年结果评定。有异议请向考核办提出。'),
    ],
  });
}
