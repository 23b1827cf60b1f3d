import { el } from '../dom.js';
import { isDark, onTheme } from '../theme.js';
import { pixels } from './colours.js';

const ratios = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };

/** Our reading of the platform's colour themes; the real ones are the client's. */
const palettes = {
  brand: ['#3370ff', '#7ba2ff', '#1f4fd1', '#a9c2ff', '#14358f', '#5c8bff'],
  primary: ['#3370ff', '#34c19b', '#ffb31a', '#f2707c', '#8f7ae6', '#23b5d3'],
  rainbow: ['#3370ff', '#34c724', '#ffc60a', '#ff8800', '#f54a45', '#7f3bf5', '#14c0ff'],
  complementary: ['#3370ff', '#ff8800', '#7ba2ff', '#ffb766', '#1f4fd1', '#cc6d00'],
  converse: ['#3370ff', '#f54a45', '#7ba2ff', '#f98e8b', '#1f4fd1', '#c02a26'],
};

const fontFamily = '"Noto Sans SC", sans-serif';

/** A canvas does not wait for a web font: load the pieces that hold the chart's characters before it draws. */
function fontLoaded(spec) {
  const characters = [...new Set(JSON.stringify(spec))].join('');
  return Promise.all(
    ['400', '500', '700'].map((weight) => document.fonts.load(`${weight} 12px "Noto Sans SC"`, characters)),
  );
}

function specOf(node, element) {
  const dark = isDark(node);
  const palette = palettes[element.color_theme] ?? palettes.primary;
  const theme = globalThis.VChart.ThemeManager.getTheme(dark ? 'dark' : 'light');
  return {
    // On a dark ground the first colour also writes the labels: a lighter one can be read.
    color: dark ? ['#6b9bff', ...palette.slice(1)] : palette,
    background: 'transparent',
    ...element.chart_spec,
    theme: { ...theme, token: { ...theme.token, fontFamily } },
    animation: false,
    autoFit: true,
  };
}

function draw(node, element) {
  try {
    const drawn = new globalThis.VChart.VChart(specOf(node, element), { dom: node, mode: 'desktop-browser' });
    drawn.renderSync();
    node.dataset.drawn = 'true';
    return drawn;
  } catch (error) {
    node.classList.add('chart-broken');
    node.textContent = `图表无法绘制：${error instanceof Error ? error.message : '未知原因'}`;
    return undefined;
  }
}

/** Draws once the box has a width and the font is there, again in another theme; releases the chart when the box has left the page. */
function drawWhenReady(node, element) {
  let state = 'waiting';
  let drawn;
  const forget = onTheme(() => {
    if (!drawn) return;
    drawn.release();
    drawn = draw(node, element);
  });
  const watch = new ResizeObserver(async () => {
    if (!node.isConnected) {
      drawn?.release();
      watch.disconnect();
      forget();
    } else if (state === 'waiting' && node.clientWidth > 0) {
      state = 'drawing';
      await fontLoaded(element.chart_spec);
      if (node.isConnected) drawn = draw(node, element);
    }
  });
  watch.observe(node);
}

/** The `chart` component. */
export function chart(element, card) {
  const label = element.chart_spec?.title?.text ?? '图表';
  const node = el('div', { class: 'chart', role: 'img', 'aria-label': label });
  const height = pixels(element.height, { from: 40, to: 999 });
  const ratio = ratios[element.aspect_ratio] ?? (card.narrow ? '1 / 1' : '16 / 9');
  if (height === undefined) node.style.setProperty('aspect-ratio', ratio);
  else node.style.setProperty('height', `${height}px`);
  drawWhenReady(node, element);
  return node;
}
