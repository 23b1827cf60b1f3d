import { el } from '../dom.js';
import { pixels } from './colours.js';

const ratios = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };

const themes = {
  brand: ['#3370ff', '#7ba2ff', '#1f4fd1', '#a9c2ff', '#14358f', '#5c8bff'],
  primary: ['#3370ff', '#34c19b', '#ffb31a', '#f2707c', '#8f7ae6', '#23b5d3'],
  rainbow: ['#3370ff', '#34c724', '#ffc60a', '#ff8800', '#f54a45', '#7f3bf5', '#14c0ff'],
  complementary: ['#3370ff', '#ff8800', '#7ba2ff', '#ffb766', '#1f4fd1', '#cc6d00'],
  converse: ['#3370ff', '#f54a45', '#7ba2ff', '#f98e8b', '#1f4fd1', '#c02a26'],
};

function specOf(element, isDark) {
  return {
    color: themes[element.color_theme] ?? themes.primary,
    background: 'transparent',
    ...element.chart_spec,
    theme: isDark ? 'dark' : 'light',
    animation: false,
    autoFit: true,
  };
}

function drawInto(node, element) {
  try {
    const { VChart } = globalThis.VChart;
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const drawn = new VChart(specOf(element, isDark), { dom: node, mode: 'desktop-browser' });
    drawn.renderSync();
    node.dataset.drawn = 'true';
    return drawn;
  } catch (error) {
    node.classList.add('chart-broken');
    node.textContent = `图表无法绘制：${error instanceof Error ? error.message : '未知原因'}`;
    return undefined;
  }
}

/** The `chart` component; drawn once it has a width, released when it leaves the page. */
export function chart(element, card) {
  const node = el('div', {
    class: 'chart',
    role: 'img',
    'aria-label': element.chart_spec?.title?.text ?? '图表',
  });
  const height = pixels(element.height, { from: 40, to: 999 });
  if (height !== undefined) node.style.setProperty('height', `${height}px`);
  else
    node.style.setProperty(
      'aspect-ratio',
      ratios[element.aspect_ratio] ?? (card.narrow ? '1 / 1' : '16 / 9'),
    );
  let drawn;
  const watch = new ResizeObserver(() => {
    if (!node.isConnected) {
      drawn?.release();
      watch.disconnect();
    } else if (!node.dataset.drawn && node.clientWidth > 0) drawn = drawInto(node, element);
  });
  watch.observe(node);
  return node;
}
