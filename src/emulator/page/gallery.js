import { walkByArrows } from './arrows.js';
import { byId, el } from './dom.js';
import { phone, sampleCard, sampleNode } from './gallery-sample.js';
import { state } from './page-state.js';
import { server } from './server.js';
import { setUpTheme } from './theme.js';
import { told } from './toast.js';

let samples = [];

/** `feature.card.case` → `feature.card`: the cases of one card stand together. */
const familyOf = (id) => id.split('.').slice(0, 2).join('.');

/** Families in their order, each called as its first sample is before the colon. */
function families() {
  const names = new Map();
  for (const { id, title } of samples)
    if (!names.has(familyOf(id))) names.set(familyOf(id), title.split('：')[0]);
  return [...names];
}

/** Which family the address asks for: a sample's, a family's own, or `all`; without one the first. */
function wanted() {
  const asked = decodeURIComponent(location.hash.slice(1));
  const known = families().some(([id]) => id === familyOf(asked));
  return known ? familyOf(asked) : asked === 'all' ? 'all' : families()[0]?.[0];
}

function familyLink([id, name], count) {
  return el('a', { href: `#${id}`, 'data-family': id }, `${name} ${count}`);
}

function drawNav() {
  const count = (family) => samples.filter(({ id }) => familyOf(id) === family).length;
  byId('families').replaceChildren(
    ...families().map((family) => familyLink(family, count(family[0]))),
    familyLink(['all', '全部'], samples.length),
  );
}

function drawFamily() {
  const family = wanted();
  for (const link of byId('families').children)
    link.toggleAttribute('aria-current', link.dataset.family === family);
  const shown = samples.filter(({ id }) => family === 'all' || familyOf(id) === family);
  if (byId('gallery').dataset.family !== family) byId('gallery').replaceChildren(...shown.map(sampleNode));
  byId('gallery').dataset.family = family ?? '';
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

/** Boxes to tick: which of the four pictures are shown. */
function setUpLooks() {
  for (const box of byId('looks').querySelectorAll('input')) {
    const draw = () => document.body.classList.toggle(`no-${box.value}`, !box.checked);
    box.addEventListener('change', draw);
    draw();
  }
}

function drawAlone(id) {
  const sample = samples.find((each) => each.id === id);
  byId('gallery-bar').hidden = true;
  if (!sample) return byId('gallery').append(el('p', { class: 'empty' }, '没有这张卡片'));
  const width = Math.min(
    1000,
    Math.max(280, Number(new URLSearchParams(location.search).get('width') ?? 600)),
  );
  const frame = el(
    'div',
    { class: 'alone-card' },
    sampleCard(sample, { narrow: width <= phone + 30, level: 1 }),
  );
  frame.style.setProperty('width', `${width}px`);
  return byId('gallery').append(frame);
}

async function begin() {
  setUpTheme();
  const [start, given] = await Promise.all([told(() => server.start()), told(() => server.samples())]);
  if (!start || !given) return;
  Object.assign(state, start, { byId: new Map(start.people.map((person) => [person.openId, person])) });
  samples = given;
  const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  if (id) drawAlone(id);
  else {
    setUpLooks();
    drawNav();
    walkByArrows(byId('families'));
    drawFamily();
    addEventListener('hashchange', drawFamily);
  }
  byId('gallery').removeAttribute('aria-busy');
}

void begin();
