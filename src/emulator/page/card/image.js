import { el } from '../dom.js';
import { icon } from '../icons.js';
import { textOf } from './text.js';

/** An image is a placeholder: the emulator keeps no files. */
export function image(element) {
  const alt = textOf(element.alt) || '图片';
  return el('div', { class: 'image-placeholder', role: 'img', 'aria-label': alt }, [
    icon('image'),
    el('span', {}, alt),
  ]);
}

/** Several images side by side. */
export function imageCombination(element) {
  return el(
    'div',
    { class: 'image-row' },
    (element.img_list ?? []).map(() => image({})),
  );
}
