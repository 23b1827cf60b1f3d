import type { ChartElement } from './elements.ts';
import { cleanText, cut } from './markup.ts';

/** One bar: its label and its value. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Horizontal bars from top to bottom in the order given, each with its value, so that no axis of numbers is needed. Features of VChart 1.10 only, pure JSON. */
export function barChart(options: { readonly title: string; readonly bars: readonly Bar[] }): ChartElement {
  const labels = distinct(options.bars.map(({ label }) => cleanText(label)));
  const values = options.bars.map(({ value }, index) => ({ n: labels[index], v: value }));
  return {
    tag: 'chart',
    height: `${72 + values.length * 28}px`,
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      title: { text: cleanText(options.title) },
      data: [{ id: 'bars', values }],
      xField: 'v',
      yField: 'n',
      label: { visible: true, position: 'outside', formatter: '{v:.2f}' },
      axes: [
        { orient: 'left', type: 'band', sampling: false, label: { autoHide: false } },
        {
          orient: 'bottom',
          type: 'linear',
          visible: false,
          zero: true,
          max: roomBeyond(values.map(({ v }) => v)),
        },
      ],
    },
  };
}

/** The end of the axis that leaves the longest bar room for its label. */
function roomBeyond(values: readonly number[]): number {
  const longest = Math.max(0, ...values);
  return longest === 0 ? 1 : longest * 1.4;
}

/** Two bars of one label would be drawn over each other. */
function distinct(labels: readonly string[]): string[] {
  return labels.map((label, index) => {
    const before = labels.slice(0, index).filter((other) => other === label).length;
    return before === 0 ? label : `${label}(${before + 1})`;
  });
}

/** One line of a trend: its name in the legend and its points from left to right. */
export interface TrendLine {
  readonly name: string;
  readonly points: readonly { readonly label: string; readonly value: number }[];
}

/** The first line is what is looked at; those it is held against keep back, legible on light and dark. */
const trendColours = ['#3370ff', '#8f959e', '#2ea121'];

/** Lines over periods with a legend below, e.g. values and their target. Features of VChart 1.10 only, pure JSON. */
export function trendChart(options: {
  readonly title: string;
  readonly lines: readonly TrendLine[];
}): ChartElement {
  const names = distinct(options.lines.map(({ name }) => cut(cleanText(name), 12)));
  const values = options.lines.flatMap(({ points }, index) =>
    points.map(({ label, value }) => ({ x: cut(cleanText(label), 8), y: value, s: names[index] })),
  );
  return {
    tag: 'chart',
    height: '260px',
    chart_spec: {
      type: 'line',
      title: { text: cut(cleanText(options.title), 30) },
      data: [{ id: 'lines', values }],
      xField: 'x',
      yField: 'y',
      seriesField: 's',
      color: trendColours,
      point: { visible: true },
      legends: { visible: true, orient: 'bottom', position: 'middle', item: { spaceCol: 20 } },
      axes: [
        { orient: 'left', type: 'linear', zero: false, nice: true },
        { orient: 'bottom', type: 'band' },
      ],
    },
  };
}
