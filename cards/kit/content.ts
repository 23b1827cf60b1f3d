import type {
  ButtonElement,
  ColumnElement,
  ColumnSetElement,
  DivElement,
  Element,
  HrElement,
  MarkdownElement,
  Maybe,
  PanelElement,
} from './elements.ts';
import { present } from './elements.ts';
import { cleanText, type Markup } from './markup.ts';

/** A text object that is shown literally. */
export function plainText(content: string): { tag: 'plain_text'; content: string } {
  return { tag: 'plain_text', content: cleanText(content) };
}

/** A text in markdown. */
export function markdown(
  content: Markup,
  look: { size?: MarkdownElement['text_size']; align?: MarkdownElement['text_align'] } = {},
): MarkdownElement {
  return { tag: 'markdown', content: content.source, text_size: look.size, text_align: look.align };
}

/** Small grey text, as notes and sources are written. */
export function caption(text: string): DivElement {
  const content = { ...plainText(text), text_size: 'notation' as const, text_color: 'grey' };
  return { tag: 'div', text: content };
}

/** A dividing line. */
export function hr(): HrElement {
  return { tag: 'hr' };
}

/** One column: `size` 1–5 shares the width, `88px` is that wide, without it the column is as wide as its content. */
export function column(elements: readonly Maybe<Element>[], size?: number | `${number}px`): ColumnElement {
  const width =
    typeof size === 'number' ? { width: 'weighted' as const, weight: size } : { width: size ?? 'auto' };
  return { tag: 'column', ...width, vertical_align: 'center', elements: present(elements) };
}

/** Columns side by side; `flow` lets them wrap on a phone. */
export function columnSet(
  columns: readonly ColumnElement[],
  flexMode: ColumnSetElement['flex_mode'] = 'none',
): ColumnSetElement {
  return { tag: 'column_set', flex_mode: flexMode, horizontal_spacing: 'small', columns };
}

/** Small elements in a row that wraps; nothing when there are none. */
export function row(elements: readonly Maybe<Element>[]): ColumnSetElement | undefined {
  const there = present(elements);
  if (there.length === 0) return undefined;
  return columnSet(
    there.map((element) => column([element])),
    'flow',
  );
}

/** A text with a button at its right edge, as lists show their items. */
export function rowWithButton(text: MarkdownElement, button: ButtonElement): ColumnSetElement {
  return columnSet([column([text], 1), column([button])]);
}

/** A panel that is folded at first. */
export function panel(title: string, elements: readonly Maybe<Element>[]): PanelElement {
  return {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: plainText(title) },
    border: { color: 'grey', corner_radius: '5px' },
    elements: present(elements),
  };
}
