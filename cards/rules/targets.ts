import type { ChangeWords } from '#src/domain/assessment/rules/rule-change-words.ts';
import { type Instant, shortTime } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { form, input, labelled, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { pager } from '../kit/pager.ts';
import { pageOf } from '../kit/paging.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { table } from '../kit/table.ts';
import { changeLines } from './change-lines.ts';
import { targetsDrop, targetsEdit, targetsShow, targetsSubmit, trackEdit } from './rules-buttons.ts';

/** One assignment in words; `mark`: what the draft does to it. */
interface TargetRow {
  readonly id: string;
  readonly indicator: string;
  readonly weight: string;
  readonly target: string;
  readonly rule: string;
  readonly milestones: string;
  readonly mark?: 'changed' | 'added';
}

/** A unit's targets of a year as its draft would have them; the office's alone. */
export interface TargetsView extends Pick<Frame, 'demo'> {
  readonly unit: string;
  readonly unitName: string;
  readonly year: number;
  /** The running year, where that has no targets yet and the last one is shown. */
  readonly empty?: number;
  readonly track?: { readonly id: string; readonly name: string };
  readonly sum: { readonly isWhole: boolean; readonly words: string };
  readonly rows: readonly TargetRow[];
  readonly page: number;
  /** The month of asking, offered first as the beginning. */
  readonly month: string;
  readonly draft?: {
    readonly by: string;
    readonly at: Instant;
    readonly changes: readonly ChangeWords[];
    readonly starts: readonly Option[];
    readonly problems: readonly string[];
    /** Mark of the draft as it is shown. */
    readonly seen: string;
  };
  /** Why the last submission was not taken. */
  readonly error?: string;
}

/** The names of the fields in which a change of the rules is explained. */
export const reasonFields = { why: 'why', from: 'from' } as const;

const pageSize = 20;
const mostChanges = 5;

/** A unit's targets with what their weights sum to, the way to edit them, and the draft with what it still lacks. */
export function targetsCard(view: TargetsView): Card {
  const { unit, year, empty, sum, draft } = view;
  const page = pageOf(view.rows, view.page, pageSize);
  return card({
    frame: plainFrame(view),
    title: `${view.unitName}${year}年目标任务`,
    subtitle: [view.track?.name, `${view.rows.length} 项`].filter((part) => part !== undefined).join(' · '),
    template: draft ? 'orange' : 'blue',
    tags: [draft !== undefined && { text: '草稿未生效', colour: 'orange' }],
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      empty !== undefined &&
        caption(
          `${empty}年还没有下达任务，这里是${year}年的。要编制${empty}年的，请发送：/目标 ${view.unitName} ${empty}`,
        ),
      markdown(sum.isWhole ? bold(sum.words) : coloured('red', bold(sum.words))),
      page.total > 0
        ? targetTable(page.rows)
        : markdown(md`这一年还没有下达任务。可以逐项新增，也可以导入工作簿。`),
      page.total > 0 &&
        targetsEdit.select({
          placeholder: '改哪一项',
          options: page.rows.map(({ id, indicator, weight }) => ({
            value: id,
            text: `${indicator}（权重 ${weight}）`,
          })),
          payload: { unit, year, add: false },
        }),
      row([
        targetsEdit.button({ text: '新增一项', size: 'small', payload: { unit, year, add: true } }),
        view.track &&
          trackEdit.button({ text: '看赛道规则', size: 'small', payload: { id: view.track.id, year } }),
        ...pager(page, (to, text) =>
          targetsShow.button({ text, size: 'small', payload: { unit, year, page: to } }),
        ),
      ]),
      ...(draft
        ? draftElements(view, draft)
        : [caption('修改先存为草稿，权重合计 100 分并写明理由后才能生效。')]),
    ],
  });
}

function targetTable(rows: readonly TargetRow[]) {
  return table<TargetRow>({
    rows,
    freezeFirst: true,
    columns: [
      { title: '指标', width: '140px', markdown: nameMark },
      { title: '权重', width: '80px', align: 'right', text: ({ weight }) => weight },
      { title: '全年目标', width: '110px', align: 'right', text: ({ target }) => target },
      { title: '赋分规则', width: '240px', text: ({ rule }) => cut(rule, 60) },
      { title: '时点目标', width: '240px', text: ({ milestones }) => cut(milestones, 60) || '按全年目标' },
    ],
  });
}

function nameMark({ indicator, mark }: TargetRow): Markup {
  if (mark === undefined) return md`${indicator}`;
  return md`${indicator}${coloured('orange', mark === 'added' ? '（新增）' : '（改）')}`;
}

function draftElements(view: TargetsView, draft: NonNullable<TargetsView['draft']>): Maybe<BodyElement>[] {
  const { changes, problems } = draft;
  const shown = changes.slice(0, mostChanges).map((change) => changeLines(change, 40));
  const rest = changes.length - shown.length;
  return [
    hr(),
    markdown(lines(bold('草稿'), md`${draft.by}，${shortTime(draft.at)}。只有考核办看得到，没有生效。`)),
    ...shown.map((each) => markdown(each)),
    rest > 0 && caption(`另有 ${rest} 项改动。`),
    ...problems.map((problem) => markdown(coloured('red', problem))),
    view.sum.isWhole || view.rows.length === 0
      ? submitForm(view, draft)
      : markdown(coloured('red', `${view.sum.words}。调整到 100 分后才能提交。`)),
    row([
      targetsDrop.button({
        text: '放弃草稿',
        size: 'small',
        type: 'danger',
        payload: { unit: view.unit, year: view.year, seen: draft.seen },
        confirm: { title: '放弃这份草稿吗？', text: '现行目标不变，草稿里的改动不能恢复。' },
      }),
    ]),
  ];
}

/** The fields in which a change of the rules is explained: why, and from when it holds. */
export function reasonElements(starts: readonly Option[], month: string) {
  return [
    ...labelled(
      '从哪个月起施行（更早的月份按原规则）',
      selectStatic({ name: reasonFields.from, placeholder: '施行月份', options: starts, chosen: month }),
    ),
    input({
      name: reasonFields.why,
      label: '调整的理由和依据',
      placeholder: '例如：区委常委会第 12 次会议决定',
      required: true,
      max: 200,
    }),
  ];
}

function submitForm({ unit, year, month }: TargetsView, { starts, seen }: NonNullable<TargetsView['draft']>) {
  return form('submit_form', [
    ...reasonElements(starts, month),
    targetsSubmit.submit({
      name: 'submit',
      text: '提交生效',
      payload: { unit, year, seen },
      confirm: {
        title: '按草稿调整目标吗？',
        text: '会形成新的规则版本，本单位和赛道的得分从施行月份起按新规则计算。',
      },
    }),
  ]);
}
