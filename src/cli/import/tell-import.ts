import { collectionWord } from '#cards/system/audit-words.ts';
import { periodName } from '../../domain/calendar/period.ts';
import type { ImportedFile } from './import-file.ts';

type Rules = ImportedFile['rules'][number];
type Change = Rules['first'][number];

const kinds = { added: '新增', removed: '删去', changed: '调整' } as const;

function changeLine({ about, kind, fields }: Change): string {
  const said = fields.map(({ name, before, after }) =>
    [name, before, before !== null && after !== null ? '→' : null, after]
      .filter((part) => part !== null)
      .join(' '),
  );
  return `    ${kinds[kind]} ${about}：${said.join('；')}`;
}

function ruleLines({ year, total, first, from }: Rules): string[] {
  const rest = total - first.length;
  return [
    `  ${year}年规则有 ${total} 处变动，没有用 --since 另行写明时从${periodName(from)}起施行，更早的时期按原规则：`,
    ...first.map(changeLine),
    ...(rest > 0 ? [`    另有 ${rest} 处`] : []),
  ];
}

function reasonLine({ late, rules, changes, written }: ImportedFile): string[] {
  if (written || changes === 0 || (late === 0 && rules.length === 0)) return [];
  const needs = [late > 0 ? `有 ${late} 条已过截止日` : '', rules.length > 0 ? '规则有变动' : ''];
  return [`  ${needs.filter((part) => part !== '').join('，')}，写入时请用 --reason 写明原因。`];
}

type Count = ImportedFile['counts'][number];

function countLine({ collection, added, changed, removed, unchanged }: Count): string {
  return `  ${collectionWord(collection)}：新增 ${added}，修改 ${changed}，移除 ${removed}，不变 ${unchanged}`;
}

function leftOut({ foreign, locked, unknown, unlisted }: ImportedFile): string[] {
  return [
    foreign > 0 ? `  有 ${foreign} 条不由此人填报，没有列入。` : '',
    locked > 0 ? `  有 ${locked} 条属于已锁定的月份，没有列入。` : '',
    unknown.length > 0 ? `  没有认出的表：${unknown.join('、')}` : '',
    unlisted > 0 ? `  另有 ${unlisted} 处问题没有列出。` : '',
  ].filter((line) => line !== '');
}

function ending({ changes, written, versions }: ImportedFile): string {
  if (changes === 0) return '  内容与系统里的一致，没有任何变动。';
  if (!written) return '  以上只是预览，没有写入任何内容。确认后加 --yes 执行。';
  return `  已写入${versions.length > 0 ? `，新的规则版本：${versions.join('、')}` : ''}。`;
}

/** What became of a workbook, as the console says it. */
export function tellImport(file: string, result: ImportedFile): string {
  const { kinds, counts, errors, warnings, held, problems } = result;
  return [
    `${file}：${kinds.join('、')}；错误 ${errors} 处，提醒 ${warnings} 处，待平衡 ${held.length} 个单位`,
    ...counts.map(countLine),
    ...held.map(({ name, sum, rows }) => `  待平衡 ${name}：权重合计 ${sum} 分，${rows} 行没有导入`),
    ...leftOut(result),
    ...problems.map(
      ({ sheet, cell, severity, message, remedy }) =>
        `  ${severity === 'error' ? '错误' : '提醒'} ${sheet} ${cell}：${message}怎么改：${remedy}`,
    ),
    ...result.rules.flatMap(ruleLines),
    ...reasonLine(result),
    ending(result),
  ].join('\n');
}
