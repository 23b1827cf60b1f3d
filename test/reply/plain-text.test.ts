import { describe, expect, it } from 'vitest';
import { sayButton } from '#cards/kit/button.ts';
import { card } from '#cards/kit/card.ts';
import { caption, column, columnSet, markdown, panel } from '#cards/kit/content.ts';
import { md } from '#cards/kit/markup.ts';
import { plainTextOf } from '#src/reply/plain-text.ts';

const of = (...elements: Parameters<typeof card>[0]['elements']) =>
  plainTextOf(card({ frame: { demo: false }, title: '标题', subtitle: '副标题', elements }));

describe('plainTextOf', () => {
  it('says the header, then the texts in order, without buttons', () => {
    const text = of(markdown(md`第一`), sayButton({ text: '按钮', say: '/help' }), caption('第二'));
    expect(text).toBe('标题\n副标题\n第一\n第二');
  });

  it('reads markdown as plain text and gives people’s own characters back', () => {
    const written = '<at id=all> a*b_c [x](y)';
    expect(of(markdown(md`**粗** <font color='red'>红</font><br>${written}`))).toBe(
      `标题\n副标题\n粗 红\n${written}`,
    );
  });

  it('goes into columns and panels', () => {
    const text = of(
      columnSet([column([markdown(md`左`)]), column([markdown(md`右`)])]),
      panel('为什么', [markdown(md`因为`)]),
    );
    expect(text).toBe('标题\n副标题\n左\n右\n为什么\n因为');
  });

  it('writes a table line by line', () => {
    const text = of({
      tag: 'table',
      page_size: 5,
      columns: [
        { name: 'unit', display_name: '单位', data_type: 'text' },
        { name: 'score', display_name: '得分', data_type: 'number' },
        { name: 'mark', display_name: '标记', data_type: 'options' },
      ],
      rows: [{ unit: '甲', score: 93.5, mark: [{ text: '暂定', color: 'grey' }] }],
    });
    expect(text).toContain('单位 | 得分 | 标记\n甲 | 93.5 | 暂定');
  });
});
