import { periodName } from '#src/domain/calendar/period.ts';
import { evidenceAttach } from '../evidence/evidence-buttons.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row, rowWithButton } from '../kit/content.ts';
import type { Element, Maybe } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { adjustForm } from '../rules/adjust-buttons.ts';
import { adjustmentWords } from '../rules/adjust-words.ts';
import { valueShow } from './value-buttons.ts';

/** A report to which a file may be attached. */
interface EvidenceTarget {
  readonly report: string;
  readonly indicator: string;
  readonly unitName: string;
  readonly period: string;
  /** With its measure. */
  readonly value: string;
}

/** A file that was sent, and what it may be evidence of. */
export interface EvidenceView extends Pick<Frame, 'demo'> {
  readonly hash: string;
  readonly name: string;
  readonly targets: readonly EvidenceTarget[];
  /** Where its sender may propose bonuses, deductions and vetoes: their own that wait. */
  readonly adjustments?: readonly EvidenceAdjustment[] | undefined;
}

/** A proposed bonus, deduction or veto to which a file may be attached. */
interface EvidenceAdjustment {
  readonly proposal: string;
  readonly unitName: string;
  readonly type: 'bonus' | 'deduction' | 'veto';
  readonly points: string;
  readonly reason: string;
}

/** A file that was attached. */
export interface EvidenceAttachedView extends Pick<Frame, 'demo'>, EvidenceTarget {
  readonly file: string;
  /** Pieces of evidence the report now has. */
  readonly files: number;
}

const mostButtons = 4;

function targetWords({ indicator, unitName, period, value }: EvidenceTarget): Markup {
  return lines(
    md`${cut(indicator, 36)} ${bold(value)}`,
    coloured('grey', `${cut(unitName, 24)} · ${periodName(period)}`),
  );
}

/** Asks of which report, or of which bonus, deduction or veto, the file is evidence. */
export function evidenceCard(view: EvidenceView): Card {
  const { name, targets, adjustments = [] } = view;
  const none = targets.length + adjustments.length === 0;
  const proposes = view.adjustments !== undefined;
  return card({
    frame: plainFrame(view),
    title: none ? (proposes ? '附到哪里？' : '没有可附材料的上报') : '附到哪一项？',
    template: none && !proposes ? 'grey' : 'blue',
    elements: [
      markdown(md`收到文件：${bold(cut(name, 80))}`),
      none && !proposes && markdown(md`最近 31 天没有您可以附材料的上报。请先上报，再发送文件。`),
      ...adjustments.slice(0, mostButtons).map((each) => adjustmentRow(view, each)),
      ...targets.slice(0, mostButtons).map((target) => targetRow(view, target)),
      otherTargets(view),
      (!none || proposes) && caption('不需要附材料时不用理会；没有附上的文件不会出现在任何地方。'),
      row([
        proposes && proposeButton(view, none),
        none && !proposes && sayButton({ text: '上报', say: '/report' }),
      ]),
    ],
  });
}

function adjustmentRow({ hash, name }: EvidenceView, { proposal, ...each }: EvidenceAdjustment): Element {
  return rowWithButton(
    markdown(
      lines(md`${cut(each.unitName, 24)} ${adjustmentWords(each)}`, coloured('grey', cut(each.reason, 40))),
    ),
    evidenceAttach.button({ text: '附到这项', size: 'small', payload: { hash, name, proposal } }),
  );
}

function targetRow({ hash, name }: EvidenceView, target: EvidenceTarget): Element {
  return rowWithButton(
    markdown(targetWords(target)),
    evidenceAttach.button({
      text: '附到这项',
      size: 'small',
      payload: { hash, name, report: target.report },
    }),
  );
}

function otherTargets({ hash, name, targets }: EvidenceView): Maybe<Element> {
  const more = targets.slice(mostButtons);
  return (
    more.length > 0 &&
    evidenceAttach.select({
      placeholder: `其他 ${more.length} 项`,
      options: more.map(({ report, indicator, unitName, period }) => ({
        value: report,
        text: `${cut(indicator, 24)} ${periodName(period)}（${cut(unitName, 12)}）`,
      })),
      payload: { hash, name },
    })
  );
}

function proposeButton({ hash, name }: EvidenceView, isMain: boolean): Element {
  return adjustForm.button({
    text: '以此提出加减分',
    type: isMain ? 'primary_filled' : 'default',
    payload: { file: { hash, name } },
  });
}

/** Says to which report a file was attached. */
export function evidenceAttachedCard(view: EvidenceAttachedView): Card {
  return card({
    frame: plainFrame(view),
    title: '已附佐证材料',
    template: 'green',
    elements: [
      markdown(lines(md`${bold(cut(view.file, 80))} 已附到：`, targetWords(view))),
      caption(`这项上报共有 ${view.files} 件材料。能看到这个数的人可以下载。`),
      row([valueShow.button({ text: '看这项上报', size: 'small', payload: { report: view.report } })]),
    ],
  });
}
