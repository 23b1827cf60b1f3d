import { periodName } from '#src/domain/calendar/period.ts';
import { shortTime } from '#src/shared/time.ts';
import { evidenceGet } from '../evidence/evidence-buttons.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Element, Maybe } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { confirmAsk } from './confirm-buttons.ts';
import { revisionMark } from './state-words.ts';
import { valueCorrect } from './value-buttons.ts';

/** One revision of a value. */
export interface ValueRevision {
  readonly report: string;
  readonly rev: number;
  /** With its measure. */
  readonly value: string;
  readonly state: 'submitted' | 'confirmed' | 'returned';
  readonly inForce: boolean;
  readonly by: string;
  /** For whom, where it was another's task. */
  readonly behalf?: string | undefined;
  readonly at: string;
  readonly decidedBy?: string | undefined;
  readonly decidedAt?: string | undefined;
  /** Why it was returned. */
  readonly reason?: string | undefined;
  /** Why it was put in the place of the value before. */
  readonly correction?: string | undefined;
  /** Why it came after the due day. */
  readonly lateReason?: string | undefined;
  readonly note?: string | undefined;
  /** A name of evidence kept elsewhere. */
  readonly evidence?: string | undefined;
  readonly files: readonly { readonly name: string; readonly by: string; readonly at: string }[];
}

/** A value with all its revisions, the newest first. */
export interface ValueView extends Pick<Frame, 'demo'> {
  readonly indicator: string;
  readonly unitName: string;
  readonly period: string;
  /** The value in force; absent when all were returned. */
  readonly value?: string | undefined;
  readonly revisions: readonly ValueRevision[];
  readonly jump?: string | undefined;
  /** The sentence of a locked month. */
  readonly locked?: string | undefined;
  /** The report in force, where this person may confirm or return it. */
  readonly decide?: string | undefined;
  /** The report in force, where this person may correct it. */
  readonly correct?: string | undefined;
}

const mostRevisions = 6;
const mostFiles = 8;
const mostNamed = 4;

/** Where a value came from: every revision with who, when and why, the evidence, and what may be done. */
export function valueCard(view: ValueView): Card {
  const shown = view.revisions.slice(0, mostRevisions);
  const rest = view.revisions.length - shown.length;
  return card({
    frame: plainFrame(view),
    title: view.indicator,
    subtitle: `${cut(view.unitName, 30)} · ${periodName(view.period)}`,
    elements: [
      markdown(view.value === undefined ? md`## 未报` : md`## ${view.value}`),
      view.jump !== undefined && markdown(coloured('red', `请再核对：${view.jump}`)),
      view.locked !== undefined && markdown(coloured('orange', view.locked)),
      ...shown.flatMap((each, index) => revisionElements(each, shown[index + 1])),
      rest > 0 && caption(`更早还有 ${rest} 版。`),
      row(shown.flatMap(fileButtons).slice(0, mostFiles)),
      hr(),
      row(acts(view)),
    ],
  });
}

function revisionElements(revision: ValueRevision, before: ValueRevision | undefined): BodyElement[] {
  const { rev, value, inForce, by, behalf, at } = revision;
  const change = revision.correction !== undefined && before ? `${before.value} → ${value}` : value;
  const text = (label: string, words: string | undefined): Markup =>
    words === undefined ? nothing : md`${label}：${cut(words, 100)}`;
  return [
    markdown(
      lines(
        md`第 ${rev} 版 ${bold(change)} ${revisionMark(revision)}${inForce ? md` · 现用` : nothing}`,
        md`${by}${behalf === undefined ? nothing : md` 代 ${behalf} 填报`} ${shortTime(at)}${decided(revision)}`,
        text('更正原因', revision.correction),
        text('退回原因', revision.reason),
        text('迟报原因', revision.lateReason),
        text('说明', revision.note),
        text('佐证', revision.evidence),
        ...revision.files
          .slice(0, mostNamed)
          .map(({ name, by: who, at: when }) => md`佐证：${cut(name, 40)}（${who} ${shortTime(when)}）`),
      ),
    ),
  ];
}

function decided({ state, decidedBy, decidedAt, correction }: ValueRevision): Markup {
  if (decidedBy === undefined || decidedAt === undefined || correction !== undefined) return nothing;
  return md`；${decidedBy} ${shortTime(decidedAt)} ${state === 'returned' ? '退回' : '审核通过'}`;
}

function fileButtons({ report, files }: ValueRevision): Element[] {
  return files.map(({ name }, at) =>
    evidenceGet.button({ text: `下载 ${cut(name, 20)}`, size: 'small', payload: { report, at } }),
  );
}

function acts({ decide, correct, indicator, locked }: ValueView): Maybe<Element>[] {
  const asking = { page: 1, ids: decide === undefined ? undefined : [decide] };
  return [
    decide !== undefined &&
      confirmAsk.button({
        text: '审核通过',
        type: 'primary_filled',
        payload: { ...asking, verdict: 'confirm' },
      }),
    decide !== undefined &&
      locked === undefined &&
      confirmAsk.button({ text: '退回', payload: { ...asking, verdict: 'return' } }),
    correct !== undefined && valueCorrect.button({ text: '更正', payload: { report: correct, step: 'ask' } }),
    sayButton({ text: '看指标', size: 'small', say: `/indicator ${indicator}` }),
  ];
}
