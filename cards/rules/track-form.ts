import { multiply, rational, toDecimal } from '#src/shared/rational.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { form, input, labelled, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { trackSave } from './rules-buttons.ts';
import { reasonElements } from './targets.ts';

/** The names of the fields beside those of the reason. */
export const trackFields = {
  bonusCap: 'bonus_cap',
  style: 'style',
  firstQuota: 'first_quota',
  secondQuota: 'second_quota',
  joins: 'joins',
} as const;

/** A track's rules as they are edited; quotas as shares. */
export interface TrackFormView extends Pick<Frame, 'demo'> {
  readonly id: string;
  readonly year: number;
  /** Mark of the track as it is shown. */
  readonly seen: string;
  readonly name: string;
  readonly description: string;
  readonly bonusCap: string;
  readonly style: '1224' | '1223';
  readonly firstQuota: string;
  readonly secondQuota: string;
  readonly units: readonly Option[];
  /** Units of other tracks that could move here. */
  readonly joinable: readonly Option[];
  readonly starts: readonly Option[];
  readonly month: string;
  readonly error?: string | undefined;
}

const styles: readonly Option[] = [
  { value: '1224', text: '并列后空出名次（1、2、2、4）' },
  { value: '1223', text: '并列后不空名次（1、2、2、3）' },
];

const mostJoinable = 50;

const percent = (share: string) => toDecimal(multiply(rational(share), rational(100n)), 18);

/** Edits a track: membership, bonus cap, way of numbering ties, grade quotas. */
export function trackFormCard(view: TrackFormView): Card {
  const names = trackFields;
  const field = (name: string, label: string, value: string) =>
    input({ name, label, value, required: true, max: 30 });
  return card({
    frame: plainFrame(view),
    title: `${view.name}的规则`,
    subtitle: `${view.year}年 · ${view.units.length} 个单位`,
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      markdown(
        lines(
          md`${view.description}`,
          md`${bold('成员单位')}：${view.units.map(({ text }) => text).join('、')}`,
        ),
      ),
      form('track', [
        field(names.bonusCap, '加分上限（分）', view.bonusCap),
        ...labelled(
          '并列名次怎么写',
          selectStatic({ name: names.style, options: styles, chosen: view.style }),
        ),
        field(names.firstQuota, '第一等次比例（%）', percent(view.firstQuota)),
        field(names.secondQuota, '第二等次比例（%）', percent(view.secondQuota)),
        ...(view.joinable.length === 0
          ? []
          : labelled(
              '调入一个单位（可不选；它会离开原赛道）',
              selectStatic({
                name: names.joins,
                placeholder: '不调整',
                options: view.joinable.slice(0, mostJoinable),
                textLength: 24,
              }),
            )),
        ...reasonElements(view.starts, view.month),
        trackSave.submit({
          name: 'submit',
          text: '提交生效',
          payload: { id: view.id, year: view.year, seen: view.seen },
          confirm: { title: '调整这个赛道的规则吗？', text: '会形成新的规则版本，更早的时期按原规则。' },
        }),
      ]),
      view.joinable.length > mostJoinable &&
        caption('可调入的单位较多，这里没有全部列出，请改用工作簿导入。'),
      row([sayButton({ text: '返回目标', say: '/targets', size: 'small' })]),
    ],
  });
}
