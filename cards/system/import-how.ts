import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import { bold, lines } from '../kit/phrasing.ts';

/** What the person may import. */
export interface ImportHowView extends Pick<Frame, 'demo'> {
  readonly roster: boolean;
  readonly rules: boolean;
  /** Of every unit, or only what they report themselves. */
  readonly values: 'all' | 'own' | 'none';
}

/** How a workbook is imported: it is sent here. */
export function importHowCard(view: ImportHowView): Card {
  const { roster, rules, values } = view;
  const kinds = [
    ...(roster ? [md`${bold('单位与干部')}：单位名册、干部名册、专班名册`] : []),
    ...(rules
      ? [
          md`${bold('指标与赛道')}：指标库、赛道、对标数据`,
          md`${bold('目标任务分解')}：权重、目标、路线图、计分办法`,
        ]
      : []),
    ...(values === 'none'
      ? []
      : [md`${bold('月度进度')}：各期完成值${values === 'own' ? '（只读取由您填报的，交审核后生效）' : ''}`]),
  ];
  return card({
    frame: plainFrame(view),
    title: '导入工作簿',
    elements: [
      markdown(md`在这里直接发送 .xlsx 文件即可，按表头识别，表名和行列位置不限。`),
      markdown(lines(bold('您可以导入'), ...kinds)),
      markdown(
        md`先给您看预览：新增、修改多少，哪里有错、怎么改；批注副本一并发回。您确认之后才写入，重复导入不会有变动。`,
      ),
      row([sayButton({ text: '先导出一份，改好再发', say: '/export' })]),
      caption('一个文件不超过 20 MB。'),
    ],
  });
}
