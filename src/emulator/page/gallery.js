import { renderCard } from './card/render-card.js';
import { byId, el } from './dom.js';
import { nameOf, state } from './page-state.js';
import { server } from './server.js';
import { toast, told } from './toast.js';

const phone = 375;

function cardAt(sample, { narrow }) {
  const given = {
    nameOf,
    people: () => state.people,
    press: async () => toast('info', '卡片集里的按钮不会发出去'),
    narrow,
  };
  return el(
    'div',
    { class: ['frame', narrow ? 'frame-phone' : 'frame-desktop'] },
    renderCard(sample.card, given),
  );
}

function sampleNode(sample) {
  return el('section', { class: 'sample', id: sample.id, 'aria-labelledby': `title-${sample.id}` }, [
    el('h2', { id: `title-${sample.id}` }, [
      el('a', { href: `#${sample.id}` }, sample.title),
      el('a', { class: 'alone', href: `/cards/${encodeURIComponent(sample.id)}` }, '单独查看'),
    ]),
    el('div', { class: 'frames' }, [cardAt(sample, { narrow: true }), cardAt(sample, { narrow: false })]),
  ]);
}

function all(samples) {
  return [
    el('header', { class: 'gallery-head' }, [
      el('a', { href: '/', class: 'brand' }, [
        el('img', { src: '/logo.svg', alt: '', width: 28, height: 28 }),
        el('strong', {}, '强引擎'),
      ]),
      el('h1', {}, `卡片集（${samples.length}）`),
    ]),
    el(
      'nav',
      { class: 'gallery-nav', 'aria-label': '卡片' },
      samples.map(({ id, title }) => el('a', { href: `#${id}` }, title)),
    ),
    el('main', { class: 'gallery' }, samples.map(sampleNode)),
  ];
}

function alone(sample) {
  if (!sample) return [el('p', { class: 'empty' }, '没有这张卡片')];
  const width = Number(new URLSearchParams(location.search).get('width') ?? 600);
  const frame = cardAt(sample, { narrow: width <= phone + 25 });
  frame.style.setProperty('width', `${Math.min(1000, Math.max(280, width))}px`);
  return [el('main', { class: 'alone-card' }, frame)];
}

async function begin() {
  const [start, samples] = await Promise.all([told(() => server.start()), told(() => server.samples())]);
  if (!start || !samples) return;
  Object.assign(state, start, { byId: new Map(start.people.map((person) => [person.openId, person])) });
  const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  byId('gallery').replaceChildren(...(id ? alone(samples.find((sample) => sample.id === id)) : all(samples)));
  byId('gallery').removeAttribute('aria-busy');
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

void begin();
