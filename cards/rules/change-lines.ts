import type { ChangeWords } from '#src/domain/assessment/rules/rule-change-words.ts';
import { cut, type Markup, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';

const kinds = {
  added: coloured('green', '新增'),
  removed: coloured('red', '删去'),
  changed: coloured('orange', '调整'),
};

/** What changed of one thing, field by field: what it was → what it is, each of so many characters at most. */
export function changeLines({ about, kind, fields }: ChangeWords, longest: number): Markup {
  const said = fields.map(({ name, before, after }) => {
    if (kind === 'added') return md`${name}：${cut(after ?? '', longest)}`;
    if (kind === 'removed') return md`${name}原为：${cut(before ?? '', longest)}`;
    return md`${name}：${cut(before ?? '', longest)} → ${cut(after ?? '', longest)}`;
  });
  return lines(md`${kinds[kind]} ${bold(cut(about, 60))}`, ...said);
}
