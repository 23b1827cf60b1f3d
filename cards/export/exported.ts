import { type Card, card } from '../kit/card.ts';
import { markdown } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { lines } from '../kit/phrasing.ts';

/** A workbook that follows as a file. */
export interface ExportedView extends Pick<Frame, 'demo'> {
  readonly title: string;
  readonly sheets: readonly { readonly name: string; readonly rows: readonly unknown[] }[];
}

const mostSheets = 8;

/** Says what the file that follows holds. */
export function exportedCard(view: ExportedView): Card {
  const { title, sheets } = view;
  const rest = sheets.length - mostSheets;
  return card({
    frame: plainFrame(view),
    title: '已导出',
    subtitle: title,
    template: 'green',
    elements: [
      markdown(
        lines(
          ...sheets.slice(0, mostSheets).map(({ name, rows }) => md`${cut(name, 30)}：${rows.length} 行`),
          ...(rest > 0 ? [md`另有 ${rest} 张表`] : []),
          md`文件见下一条消息。只含您能看到的内容，请勿转给无关人员。`,
        ),
      ),
    ],
  });
}
