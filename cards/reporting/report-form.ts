import { type Card, card } from '../kit/card.ts';
import { caption, markdown } from '../kit/content.ts';
import { form, input, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { coloured } from '../kit/phrasing.ts';
import { reportSubmit } from './report-buttons.ts';

/** An indicator that the person may report. */
interface ReportableIndicator {
  /** What choosing it says: the indicator, with the period that is owed. */
  readonly choice: string;
  readonly name: string;
  readonly measure: string;
  /** Why it is owed now, e.g. `2026年10月待报（11月6日截止）`; absent when it is not. */
  readonly owed?: string | undefined;
}

/** What the report form shows; what was typed before is filled in again. */
export interface ReportFormView extends Pick<Frame, 'demo'> {
  readonly indicators: readonly ReportableIndicator[];
  /** Units the person may report for; asked only when there are several. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly periods: readonly Option[];
  readonly filled?: Partial<Record<keyof typeof reportFields, string | undefined>> | undefined;
  /** Why the last submission was not taken. */
  readonly error?: string | undefined;
}

/** The names of the fields in the submitted form; `unit` is missing when there is only one. */
const reportFields = {
  indicator: 'indicator',
  unit: 'unit',
  period: 'period',
  value: 'value',
  note: 'note',
} as const;

// Every option is an element with a text of its own, and a card holds 180.
const most = { indicators: 100, units: 40, periods: 12 };

/** The form to report one value; what is owed stands first. */
export function reportFormCard(view: ReportFormView): Card {
  const rest = view.indicators.length - most.indicators;
  if (view.indicators.length === 0) return nothingToReport(view);
  return card({
    frame: plainFrame(view),
    title: '上报进度',
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      markdown(md`也可以直接发一句话，例如：固投10月累计12.35亿元。一句话里可以有几项。`),
      formOf(view),
      rest > 0 && caption(`还有 ${rest} 个指标没有列出，请直接发一句话上报。`),
    ],
  });
}

function formOf({ indicators, units, periods, filled = {} }: ReportFormView) {
  const { indicator, unit, period, value, note } = reportFields;
  return form('report', [
    selectStatic({
      name: indicator,
      placeholder: '指标（需要上报的排在前面）',
      required: true,
      options: [...indicators].sort(owedFirst).slice(0, most.indicators).map(optionOf),
      chosen: filled.indicator,
      textLength: 40,
    }),
    units.length > 1 &&
      selectStatic({
        name: unit,
        placeholder: '单位',
        required: true,
        options: units.slice(0, most.units).map(({ id, name }) => ({ value: id, text: name })),
        chosen: filled.unit,
        textLength: 20,
      }),
    selectStatic({
      name: period,
      placeholder: '哪一期',
      required: true,
      options: periods.slice(0, most.periods),
      chosen: filled.period,
    }),
    input({
      name: value,
      label: '完成值',
      placeholder: '按指标后面的计量单位填，例如 12.35',
      required: true,
      value: filled.value,
      max: 40,
    }),
    input({
      name: note,
      label: '说明',
      placeholder: '可不填',
      value: filled.note,
      multiline: true,
      max: 200,
    }),
    reportSubmit.submit({ name: 'submit', text: '下一步：核对', payload: {} }),
  ]);
}

function owedFirst(a: ReportableIndicator, b: ReportableIndicator): number {
  return Number(b.owed !== undefined) - Number(a.owed !== undefined);
}

/** What is owed stands first: a long name is cut at its end. */
function optionOf({ choice, name, measure, owed }: ReportableIndicator): Option {
  return { value: choice, text: `${owed === undefined ? '' : `${owed} `}${name}（${measure}）` };
}

function nothingToReport(view: ReportFormView): Card {
  return card({
    frame: plainFrame(view),
    title: '上报进度',
    elements: [markdown(md`没有由您上报的指标。如果应当有，请联系考核办核对任务分解。`)],
  });
}
