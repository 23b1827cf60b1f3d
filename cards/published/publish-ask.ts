import { periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { form, input } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { publishDo, publishedList } from './published-buttons.ts';

/** The name of the field in which a correction is explained. */
export const publishReason = 'why';

/** What would be published. */
export interface PublishAskView extends Frame {
  readonly scope: 'track' | 'task_force';
  readonly of: string;
  readonly name: string;
  readonly period: string;
  readonly units: number;
  readonly provisional: number;
  readonly unreported: number;
  /** Of the edition that it corrects. */
  readonly edition?: number;
  readonly changes: readonly string[];
}

const mostChanges = 15;

/** Asks before a table is published: how complete it is, and what a correction changes. */
export function publishAskCard(view: PublishAskView): Card {
  const { scope, of, period, edition, changes } = view;
  const isCorrection = edition !== undefined;
  const rest = changes.length - mostChanges;
  return card({
    frame: view,
    title: isCorrection ? `更正公布：${view.name}` : `公布：${view.name}`,
    subtitle: `${periodName(period)} · ${view.units} 个单位`,
    template: 'orange',
    elements: [
      markdown(
        lines(
          view.provisional > 0
            ? coloured(
                'orange',
                `有 ${view.provisional} 个单位暂列：有指标未到截止日或缺对标值，名次还会变。`,
              )
            : md`没有暂列的单位。`,
          view.unreported > 0
            ? coloured('red', `逾期未报的指标 ${view.unreported} 项，按 0 分计。`)
            : md`没有逾期未报的指标。`,
        ),
      ),
      isCorrection &&
        markdown(
          lines(
            bold(`与第 ${edition} 版相比（${changes.length} 处）`),
            ...changes.slice(0, mostChanges).map((change) => md`${cut(change, 160)}`),
          ),
        ),
      rest > 0 && caption(`另有 ${rest} 处，公布后都会留存。`),
      isCorrection && changes.length === 0 && markdown(md`结果没有差别。`),
      caption('公布会把结果连同数据、规则版本和校验码一起留存，以后不再变动；更正会另出一版，原来的保留。'),
      form('publish', [
        input({
          name: publishReason,
          label: isCorrection ? '更正的理由' : '说明（可不填）',
          required: isCorrection,
          max: 200,
        }),
        publishDo.submit({
          name: 'submit',
          text: isCorrection ? '公布更正' : '公布',
          payload: { scope, of, period },
          confirm: { title: isCorrection ? '公布这一版更正吗？' : '公布这张表吗？' },
        }),
      ]),
      row([publishedList.button({ text: '返回', size: 'small', payload: { period } })]),
    ],
  });
}
