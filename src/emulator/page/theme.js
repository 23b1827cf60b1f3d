import { byId } from './dom.js';
import { icon } from './icons.js';

const system = matchMedia('(prefers-color-scheme: dark)');

/** Whether what stands at that node is drawn dark: a frame's own scheme, the page's choice, else the system's. */
export function isDark(node = document.documentElement) {
  const scheme = getComputedStyle(node).colorScheme;
  return scheme === 'dark' || (scheme !== 'light' && system.matches);
}

/** Calls `redraw` whenever the theme changes, for what CSS does not reach; the result stops it. */
export function onTheme(redraw) {
  document.addEventListener('themechange', redraw);
  return () => document.removeEventListener('themechange', redraw);
}

const changed = () => document.dispatchEvent(new Event('themechange'));

function draw() {
  byId('theme').setAttribute('aria-pressed', String(isDark()));
}

function choose(theme) {
  document.documentElement.dataset.theme = theme;
  // What the system says anyway is no choice: the page then follows the system again.
  if ((theme === 'dark') === system.matches) localStorage.removeItem('theme');
  else localStorage.setItem('theme', theme);
  changed();
}

/** The button that turns the page dark or light. */
export function setUpTheme() {
  byId('theme').append(icon('theme'));
  byId('theme').addEventListener('click', () => choose(isDark() ? 'light' : 'dark'));
  system.addEventListener('change', () => {
    document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';
    changed();
  });
  onTheme(draw);
  draw();
}
