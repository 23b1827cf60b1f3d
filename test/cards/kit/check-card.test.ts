import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineButton, sayButton } from '#cards/kit/button.ts';
import { card } from '#cards/kit/card.ts';
import { barChart } from '#cards/kit/chart.ts';
import { checkCard } from '#cards/kit/check-card.ts';
import { column, columnSet, hr, markdown, panel } from '#cards/kit/content.ts';
import type { BodyElement } from '#cards/kit/elements.ts';
import { datePicker, form, input, selectStatic } from '#cards/kit/form.ts';
import { md } from '#cards/kit/markup.ts';
import { table } from '#cards/kit/table.ts';

const press = defineButton({ id: 'test.press', payload: z.object({ n: z.number().optional() }) });
const submit = press.submit({ name: 'submit', text: '提交', payload: {} });
const text = markdown(md`好`);
const say = sayButton({ text: '看', say: '/help' });
const small = table({ columns: [{ title: '列', text: (row: string) => row }], rows: ['甲'] });
const chart = barChart({ title: '图', bars: [{ label: '甲', value: 1 }] });

const cardOf = (...elements: BodyElement[]) => card({ frame: { demo: false }, title: '标题', elements });
/** A card that no typed builder would make. */
const rawCardOf = (...elements: object[]) => ({ ...cardOf(text), body: { elements } });
const codes = (whole: object) => checkCard(whole).map(({ code }) => code);

describe('a card that the platform takes', () => {
  it('passes with every kind of element', () => {
    const fields = [
      input({ name: 'a', label: '甲', value: '1' }),
      selectStatic({ name: 'b', options: [{ value: 'x', text: '乙' }], chosen: 'x' }),
      datePicker({ name: 'c', day: '2026-11-06' }),
      submit,
    ];
    const whole = cardOf(text, hr(), say, small, chart, panel('更多', [text]), form('f', fields));
    expect(checkCard(whole)).toEqual([]);
  });

  it('is shared, updatable and not to be forwarded, and wide where it holds a table', () => {
    expect(cardOf(text).config).toMatchObject({ update_multi: true, enable_forward: false });
    expect(cardOf(small).config.width_mode).toBe('fill');
  });
});

describe('the kit refuses what the platform refuses', () => {
  it('a property that the platform does not know, at the root and in an element', () => {
    expect(codes({ ...cardOf(text), wide_screen_mode: true })).toContain('unknown_property');
    expect(codes(rawCardOf({ ...text, corner_radius: '5px' }))).toContain('unknown_property');
  });

  it('a tag that Card JSON 2.0 does not have', () => {
    expect(codes(rawCardOf({ tag: 'note', elements: [] }))).toContain('unknown_tag');
    expect(codes(rawCardOf({ tag: 'action', actions: [] }))).toContain('unknown_tag');
  });

  it('a title that is a string instead of a text object', () => {
    expect(codes({ ...cardOf(text), header: { title: '标题' } })).toContain('wrong_value');
  });

  it('a form or a table within a container', () => {
    expect(codes(rawCardOf({ ...panel('更多', []), elements: [small] }))).toContain('root_only');
    expect(codes(rawCardOf(form('f', [{ ...form('g', [submit]) } as never, submit])))).toContain('root_only');
  });

  it('a chart within a form', () => {
    expect(codes(rawCardOf(form('f', [chart, submit])))).toContain('chart_in_form');
  });

  it('a column outside a column set and anything else inside one', () => {
    expect(codes(rawCardOf(column([text])))).toContain('column_outside_set');
    expect(codes(rawCardOf({ ...columnSet([]), columns: [text] }))).toContain('column_outside_set');
  });

  it('more than five containers within one another', () => {
    const deeper = (levels: number): BodyElement =>
      levels === 0 ? text : columnSet([column([deeper(levels - 1) as never])]);
    expect(codes(cardOf(deeper(2)))).toEqual([]);
    expect(codes(cardOf(deeper(3)))).toContain('nested_too_deep');
  });

  it('a form without a submit button', () => {
    expect(codes(cardOf(form('f', [input({ name: 'a' })])))).toContain('no_submit_button');
  });

  it('takes a submit button in columns within the form', () => {
    expect(codes(cardOf(form('f', [columnSet([column([submit])])])))).toEqual([]);
  });

  it('a submit button outside a form', () => {
    expect(codes(cardOf(submit))).toContain('submit_outside_form');
  });

  it('a button in a form that would do nothing', () => {
    const button = { ...say, name: 'x' };
    expect(codes(cardOf(form('f', [button, submit])))).toContain('button_in_form_does_nothing');
  });

  it('an empty or missing name in a form', () => {
    const nameless = { ...input({ name: 'a' }), name: '' };
    expect(codes(cardOf(form('f', [nameless, submit])))).toContain('field_without_name');
  });

  it('a name that stands twice in the card, in two forms too', () => {
    const one = form('f', [input({ name: 'a' }), submit]);
    const two = form('g', [input({ name: 'a' }), { ...submit, name: 'other' }]);
    expect(codes(cardOf(one, two))).toContain('name_twice');
  });

  it('a button that does nothing', () => {
    expect(codes(cardOf({ ...say, behaviors: undefined }))).toContain('nothing_happens');
  });

  it('a callback value that is no object', () => {
    expect(codes(rawCardOf({ ...say, behaviors: [{ type: 'callback', value: 'x' }] }))).toContain(
      'wrong_value',
    );
  });

  it('a button text or placeholder over 100 characters', () => {
    const long = { tag: 'plain_text', content: '字'.repeat(101) };
    expect(codes(rawCardOf({ ...say, text: long }))).toContain('wrong_value');
    expect(
      codes(rawCardOf(form('f', [{ ...input({ name: 'a' }), placeholder: long } as never, submit]))),
    ).toContain('wrong_value');
  });

  it('an input that takes more than 1000 characters', () => {
    expect(codes(cardOf(form('f', [input({ name: 'a', max: 1001 }), submit])))).toContain('wrong_value');
  });

  it('an element id of the wrong shape, or one that stands twice', () => {
    expect(codes(cardOf({ ...text, element_id: '1st' }))).toContain('wrong_value');
    expect(codes(cardOf({ ...text, element_id: 'a'.repeat(21) }))).toContain('wrong_value');
    expect(codes(cardOf({ ...text, element_id: 'a' }, { ...text, element_id: 'a' }))).toContain(
      'element_id_twice',
    );
  });

  it('a table page outside 1–10', () => {
    expect(codes(cardOf({ ...small, page_size: 11 }))).toContain('wrong_value');
    expect(codes(cardOf({ ...small, page_size: 0 }))).toContain('wrong_value');
  });

  it('a column width outside 80–600 px', () => {
    const narrow = table({ columns: [{ title: '列', width: '60px', text: (row: string) => row }], rows: [] });
    expect(codes(cardOf(narrow))).toContain('wrong_value');
  });

  it('a row with a key that no column declares, or a cell of another type', () => {
    expect(codes(cardOf({ ...small, rows: [{ other: '甲' }] }))).toContain('undeclared_key');
    expect(codes(cardOf({ ...small, rows: [{ c0: 5 }] }))).toContain('wrong_value');
  });

  it('two columns of the same name', () => {
    const twice = [...small.columns, ...small.columns];
    expect(codes(cardOf({ ...small, columns: twice }))).toContain('column_twice');
  });

  it('a chart that is not pure JSON', () => {
    const chart_spec = { type: 'bar', label: { formatMethod: () => '甲' } };
    expect(codes(cardOf({ ...chart, chart_spec }))).toContain('chart_not_json');
    expect(codes(cardOf({ ...chart, chart_spec: { type: 'bar', v: Number.NaN } }))).toContain(
      'chart_not_json',
    );
  });

  it('more than 180 elements, text objects counted', () => {
    const many = (count: number) => Array.from({ length: count }, () => text);
    // The header's title is one more.
    expect(codes(cardOf(...many(179)))).toEqual([]);
    expect(codes(cardOf(...many(180)))).toContain('too_many_elements');
    expect(codes(cardOf(...Array.from({ length: 90 }, () => say)))).toContain('too_many_elements');
  });

  it('more than four tables, tables in markdown counted', () => {
    const written = markdown(md`| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |`);
    expect(codes(cardOf(small, small, small, small))).toEqual([]);
    expect(codes(cardOf(small, small, small, written))).toEqual([]);
    expect(codes(cardOf(small, small, small, written, written))).toContain('too_many_tables');
    expect(codes(cardOf(small, small, small, small, small))).toContain('too_many_tables');
  });

  it('more than five charts', () => {
    expect(codes(cardOf(chart, chart, chart, chart, chart, chart))).toContain('too_many_charts');
  });

  it('more than 28 KB as the request that sends it, where Chinese takes three bytes a character', () => {
    expect(codes(cardOf(markdown(md`${'字'.repeat(9000)}`)))).toEqual([]);
    expect(codes(cardOf(markdown(md`${'字'.repeat(9600)}`)))).toContain('too_many_bytes');
  });

  it('more than three tags in the header', () => {
    const tags = ['甲', '乙', '丙', '丁'].map((word) => ({ text: word, colour: 'blue' as const }));
    expect(codes(card({ frame: { demo: false }, title: '标题', tags, elements: [text] }))).toContain(
      'wrong_value',
    );
  });

  it('a card that is forwarded or not shared', () => {
    const config = { update_multi: true, enable_forward: true };
    expect(codes({ ...cardOf(text), config })).toContain('wrong_value');
  });
});
