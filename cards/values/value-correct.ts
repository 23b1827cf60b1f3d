import { periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { markdown, row } from '../kit/content.ts';
import { form, input } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md, nothing } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { valueCorrect, valueCorrectFields, valueShow } from './value-buttons.ts';

/** The value in force that is to be corrected. */
export interface ValueCorrectView extends Pick<Frame, 'demo'> {
  readonly report: string;
  readonly indicator: string;
  readonly unitName: string;
  readonly period: string;
  readonly measure: string;
  /** With its measure. */
  readonly before: string;
}

/** The same with the value that should be looked at twice. */
export interface ValueSureView extends ValueCorrectView {
  readonly value: string;
  /** With its measure. */
  readonly after: string;
  readonly why: string;
  readonly jump: string;
}

function about({ indicator, unitName, period, before }: ValueCorrectView, after?: string) {
  return lines(
    bold(cut(indicator, 40)),
    md`${cut(unitName, 30)} · ${periodName(period)}`,
    after === undefined ? md`现在的数 ${before}` : md`${before} → ${bold(after)}`,
  );
}

const back = ({ report }: ValueCorrectView) => valueShow.button({ text: '返回', payload: { report } });

/** The form that takes another value and why. */
export function valueCorrectCard(view: ValueCorrectView): Card {
  return card({
    frame: plainFrame(view),
    title: '更正完成值',
    elements: [
      markdown(about(view)),
      markdown(md`原数保留备查，更正人和原因一并记录，并告知原上报人。`),
      form('correct', [
        input({
          name: valueCorrectFields.value,
          label: `新的完成值（${view.measure}）`,
          placeholder: '只填数字，例如 12.35',
          required: true,
          max: 40,
        }),
        input({
          name: valueCorrectFields.why,
          label: '更正原因',
          placeholder: '例如：统计口径调整',
          required: true,
          multiline: true,
          max: 100,
        }),
        valueCorrect.submit({ name: 'submit', text: '更正', payload: { report: view.report, step: 'form' } }),
      ]),
      row([back(view)]),
    ],
  });
}

/** The second question before a value far from the last one is taken. */
export function valueSureCard(view: ValueSureView): Card {
  const { report, value, why } = view;
  return card({
    frame: plainFrame(view),
    title: '与上期差别较大，仍要更正吗？',
    template: 'orange',
    elements: [
      markdown(
        lines(
          about(view, view.after),
          coloured('red', view.jump),
          why === '' ? nothing : md`更正原因：${why}`,
        ),
      ),
      row([
        valueCorrect.button({
          text: '核对无误，更正',
          type: 'danger',
          payload: { report, step: 'sure', value, why },
        }),
        valueCorrect.button({ text: '重填', payload: { report, step: 'ask' } }),
        back(view),
      ]),
    ],
  });
}
