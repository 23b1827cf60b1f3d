import type { ImportRecord } from '#src/domain/import/plan/import-record.ts';
import { changesIn, type ImportSummary, mostChanges } from '#src/domain/import/plan/summarise-plan.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { pageOf } from '../kit/paging.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { collectionWord } from './audit-words.ts';
import { confirmElement, lateElement, ruleElements } from './import-asks.ts';
import { importDrop, importShow } from './import-buttons.ts';

/** What a workbook would bring in, and what is wrong with it. */
export interface ImportView extends Pick<Frame, 'demo'> {
  readonly record: Pick<
    ImportRecord,
    'id' | 'file' | 'digest' | 'foreign' | 'locked' | 'late' | 'rules' | 'renewals' | keyof ImportSummary
  >;
  /** 1-based, of the problems. */
  readonly page: number;
  /** The store has changed since the last preview, of which nothing was written. */
  readonly renewed?: boolean;
}

const perPage = 5;
const most = { held: 5, unknown: 5 };

/** The preview: what would be added, changed, left; every error with its place and how to mend it. Nothing is written before it is confirmed. */
export function importCard(view: ImportView): Card {
  const { record, renewed } = view;
  const changes = changesIn(record.counts);
  const { errors, warnings, held, foreign, locked } = record;
  const isClean = errors + warnings + held.length + foreign + locked === 0;
  return card({
    frame: plainFrame(view),
    title: titleOf(record, changes),
    subtitle: cut(record.file.name, 60),
    template: changes === 0 && isClean ? 'green' : isClean ? 'blue' : 'orange',
    tags: [
      errors > 0 && { text: `错误 ${errors}`, colour: 'red' },
      warnings > 0 && { text: `提醒 ${warnings}`, colour: 'orange' },
      held.length > 0 && { text: `待平衡 ${held.length}`, colour: 'orange' },
    ],
    elements: [
      renewed === true &&
        markdown(
          coloured(
            'orange',
            '预览之后资料有变动，没有写入任何内容。下面是按最新资料重新核对的，请再看一遍。',
          ),
        ),
      markdown(countsText(record, changes, isClean)),
      ...remarks(record),
      ...problemElements(view),
      ...ruleElements(record),
      (changes > 0 || !isClean) && hr(),
      ...confirmElements(record, changes),
      (changes > 0 || !isClean) && caption(adviceOf(record, changes)),
    ],
  });
}

/** What is simply pressed stands in one row; a form stands by itself. */
function confirmElements(record: ImportView['record'], changes: number): Maybe<BodyElement>[] {
  if (changes === 0) return [];
  const drop = importDrop.button({ text: '放弃', payload: { import: record.id } });
  if (changes > mostChanges) return [row([drop])];
  const confirm = confirmElement(record, `确认导入 ${changes} 条`);
  return confirm.tag === 'form' ? [confirm, row([drop])] : [row([confirm, drop])];
}

function titleOf({ kinds }: ImportView['record'], changes: number): string {
  const what = kinds.join('、');
  return changes === 0 ? `没有可导入的变动：${what}` : `导入预览：${what}`;
}

function adviceOf({ errors, warnings, held }: ImportView['record'], changes: number): string {
  const copy = errors + warnings + held.length > 0 ? '批注见下一条消息里的文件，改好后重新发送。' : '';
  if (changes === 0) return copy;
  if (changes > mostChanges) {
    return `一次最多导入 ${mostChanges} 条。请按月或按表拆分后重新发送，或请系统管理员停机后用命令行导入。${copy}`;
  }
  const confirming = warnings > 0 ? '确认导入即表示提醒的各处已核对无误。' : '确认之前不会写入任何内容。';
  return `${confirming}${copy}`;
}

/** `单位：新增 3 · 修改 2 · 不变 43`. */
function countsText({ counts }: ImportView['record'], changes: number, isClean: boolean): Markup {
  if (changes === 0)
    return isClean ? md`内容与系统里的一致，不用导入。` : md`除下面列出的各处外，内容与系统里的一致。`;
  return lines(
    ...counts.map(({ collection, added, changed, removed, unchanged }) => {
      const parts = [
        added > 0 ? `新增 ${added}` : '',
        changed > 0 ? `修改 ${changed}` : '',
        removed > 0 ? `移除 ${removed}` : '',
        unchanged > 0 ? `不变 ${unchanged}` : '',
      ].filter((part) => part !== '');
      return md`${bold(collectionWord(collection))}：${parts.join(' · ')}`;
    }),
  );
}

function remarks(record: ImportView['record']): Maybe<BodyElement>[] {
  const { held, unknown, foreign, locked } = record;
  return [
    held.length > 0 &&
      markdown(
        lines(
          coloured(
            'orange',
            `待平衡 ${held.length} 个单位：权重合计不是 100 分，维持原有目标，其各行暂不导入。`,
          ),
          ...held
            .slice(0, most.held)
            .map(({ name, sum, rows }) => md`${bold(name)} 合计 ${sum} 分，${rows} 行待导入`),
          held.length > most.held ? md`另有 ${held.length - most.held} 个` : nothing,
        ),
      ),
    foreign > 0 && markdown(coloured('orange', `有 ${foreign} 条不由您填报，没有列入。`)),
    locked > 0 &&
      markdown(coloured('orange', `有 ${locked} 条属于已锁定的月份，没有列入；确需修改请先重新开放账期。`)),
    lateElement(record),
    unknown.length > 0 &&
      caption(
        `没有认出的表，没有读取：${unknown.slice(0, most.unknown).join('、')}${unknown.length > most.unknown ? ' 等' : ''}`,
      ),
  ];
}

function problemElements({ record, page }: ImportView): Maybe<BodyElement>[] {
  const { problems, errors, warnings } = record;
  if (problems.length === 0) return [];
  const { rows, ...place } = pageOf(problems, page, perPage);
  const rest = errors + warnings - problems.length;
  return [
    hr(),
    markdown(md`${bold('要改的和要核对的')}（错误所在的行不导入）`),
    ...rows.map((problem) => markdown(problemText(problem))),
    row(
      pager(place, (to, text) =>
        importShow.button({ text, size: 'small', payload: { import: record.id, page: to } }),
      ),
    ),
    rest > 0 && caption(`另有 ${rest} 处，见批注。`),
  ];
}

function problemText({
  sheet,
  cell,
  severity,
  message,
  remedy,
}: ImportView['record']['problems'][number]): Markup {
  const mark = severity === 'error' ? coloured('red', '错误') : coloured('orange', '提醒');
  return lines(
    md`${mark} ${bold(`${cut(sheet, 20)} ${cell}`)}`,
    md`${cut(message, 160)}`,
    coloured('grey', `怎么改：${cut(remedy, 120)}`),
  );
}
