import type { ChartElement } from './elements.ts';
import { cleanText } from './markup.ts';

/** One bar: its label and its value. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Horizontal bars from top to bottom in the order given, each with its value. Features of VChart 1.10 only, pure JSON. */
export function barChart(options: { readonly title: string; readonly bars: readonly Bar[] }): ChartElement {
  const values = options.bars.map(({ label, value }) => ({ n: cleanText(label), v: value }));
  return {
    tag: 'chart',
    height: `${Math.max(160, 64 + values.length * 26)}px`,
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      title: { text: cleanText(options.title) },
      data: [{ id: 'bars', values }],
      xField: 'v',
      yField: 'n',
      label: { visible: true, position: 'outside' },
      axes: [
        { orient: 'left', type: 'band', inverse: true },
        { orient: 'bottom', type: 'linear', zero: true },
      ],
    },
  };
}
