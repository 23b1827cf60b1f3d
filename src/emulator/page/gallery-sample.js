import { renderCard } from './card/render-card.js';
import { el } from './dom.js';
import { nameOf, state } from './page-state.js';
import { toast } from './toast.js';

/** Pixels of a card in a phone of 390. */
export const phone = 370;

/** A sample's card, as wide as a phone's or a desktop's. */
export function sampleCard({ card }, { narrow, level }) {
  return renderCard(card, {
    nameOf,
    people: () => state.people,
    press: async () => toast('info', '卡片集里的按钮不会发出去'),
    narrow,
    level,
  });
}

/** The four pictures of a sample: phone and desktop, light and dark. */
const looks = ['phone', 'desktop'].flatMap((width) => ['light', 'dark'].map((theme) => ({ width, theme })));
const words = { phone: '手机', desktop: '电脑', light: '浅色', dark: '深色' };

function frame(sample, { width, theme }) {
  return el('figure', { class: ['frame', `frame-${width}`, theme] }, [
    el('figcaption', {}, `${words[width]} · ${words[theme]}`),
    sampleCard(sample, { narrow: width === 'phone' }),
  ]);
}

function sizeWords({ bytes, elements }) {
  return `${(bytes / 1024).toFixed(1)} KB（上限 30）· ${elements} 个组件（上限 200）`;
}

/** A sample with its name, its size and its pictures. */
export function sampleNode(sample) {
  const { id, title } = sample;
  return el('section', { class: 'sample', id, 'aria-labelledby': `title-${id}` }, [
    el('h2', { id: `title-${id}` }, [
      el('a', { href: `#${id}` }, title),
      el('span', { class: 'sample-size' }, sizeWords(sample)),
      el(
        'a',
        { class: 'alone', href: `/cards/${encodeURIComponent(id)}`, 'aria-label': `单独查看：${title}` },
        '单独查看',
      ),
    ]),
    el(
      'div',
      { class: 'frames' },
      looks.map((look) => frame(sample, look)),
    ),
  ]);
}
