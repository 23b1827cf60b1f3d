import type { ImportRecord } from '#src/domain/import/plan/import-record.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, lines } from '../kit/phrasing.ts';
import { collectionWord } from './audit-words.ts';

/** How far the reading of a workbook is. */
export interface ImportProgressView extends Pick<Frame, 'demo'> {
  readonly name: string;
  /** `正在读取`, `正在核对 3 张表` … */
  readonly step: string;
}

/** What was written, or that nothing was. */
export interface ImportToldView extends Pick<Frame, 'demo'> {
  readonly record: Pick<ImportRecord, 'file' | 'counts' | 'errors' | 'held'>;
  readonly state: 'done' | 'dropped';
  /** Ids of the new rule versions, with from when they hold. */
  readonly versions?: readonly string[];
}

/** While a workbook is read; it becomes the preview. */
export function importProgressCard(view: ImportProgressView): Card {
  return card({
    frame: plainFrame(view),
    title: '正在读取工作簿',
    subtitle: cut(view.name, 60),
    template: 'wathet',
    elements: [markdown(md`${view.step}……大的工作簿要几秒到十几秒，读完后这张卡片会变成预览。`)],
  });
}

function written({ counts }: ImportToldView['record']): Markup[] {
  return counts
    .filter(({ added, changed, removed }) => added + changed + removed > 0)
    .map(({ collection, added, changed, removed }) => {
      const parts = [
        added > 0 ? `新增 ${added}` : '',
        changed > 0 ? `修改 ${changed}` : '',
        removed > 0 ? `移除 ${removed}` : '',
      ].filter((part) => part !== '');
      return md`${bold(collectionWord(collection))}：${parts.join(' · ')}`;
    });
}

function leftWords({ errors, held }: ImportToldView['record']): string {
  return [errors > 0 && '有错误的行', held.length > 0 && '待平衡的单位'].filter(Boolean).join('和');
}

/** What came of an import. */
export function importToldCard(view: ImportToldView): Card {
  const { record, state, versions = [] } = view;
  const { errors, held, file } = record;
  const isDone = state === 'done';
  const left = errors + held.length;
  return card({
    frame: plainFrame(view),
    title: isDone ? '已导入' : '已放弃导入',
    subtitle: cut(file.name, 60),
    template: isDone ? 'green' : 'grey',
    elements: [
      markdown(
        isDone
          ? lines(
              ...written(record),
              versions.length > 0 ? md`新的规则版本：${versions.join('、')}` : nothing,
              left > 0 ? md`${leftWords(record)}没有导入，改好批注副本后重新发送即可。` : nothing,
            )
          : md`没有写入任何内容。需要时请重新发送工作簿。`,
      ),
      isDone && row([sayButton({ text: '看排名', say: '/ranking', size: 'small' })]),
    ],
  });
}
