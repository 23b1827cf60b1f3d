import type { Compared } from '#src/domain/assessment/working/benchmark-words.ts';
import { type Period, periodName } from '#src/domain/calendar/period.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { Element } from '../kit/elements.ts';
import { form, input } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md, nothing } from '../kit/markup.ts';
import { bold, joined, lines } from '../kit/phrasing.ts';
import { comparedWords } from '../ranking/compared-words.ts';
import { periodButtonText } from '../ranking/score-words.ts';
import { benchmarkSet, benchmarkShow } from './benchmark-buttons.ts';

/** What nation, province and city reached, as it stands and as it stood. */
export interface BenchmarkView extends Pick<Frame, 'demo'> {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly period: Period;
  readonly current?:
    | {
        readonly nation: string | null;
        readonly province: string | null;
        readonly city: string | null;
        readonly district: string | null;
        readonly city_place: number | null;
        readonly city_total: number;
        readonly province_place: number | null;
        readonly by: string;
      }
    | undefined;
  readonly compared: readonly Compared[];
  readonly place?: string | undefined;
  /** What it said before, the newest first. */
  readonly earlier: readonly { readonly said: string; readonly by: string }[];
  readonly previous: Period;
  readonly next?: Period | undefined;
}

/** Indicators whose benchmark may be set. */
export interface BenchmarkPickView extends Pick<Frame, 'demo'> {
  readonly indicators: readonly { readonly value: string; readonly text: string }[];
  readonly period?: Period | undefined;
}

const mostEarlier = 5;

/** The form that takes a benchmark, filled with what is known, and what it said before. */
export function benchmarkCard(view: BenchmarkView): Card {
  const { code, period, current, earlier, previous, next } = view;
  const to = (text: string, at: Period) =>
    benchmarkShow.button({ text, size: 'small', payload: { indicator: code, period: at } });
  return card({
    frame: plainFrame(view),
    title: `对标值：${view.name}`,
    subtitle: `${periodName(period)} · ${view.measure}`,
    elements: [
      current === undefined
        ? markdown(md`这一期还没有对标值。不知道的留空。`)
        : markdown(
            lines(
              joined(
                [comparedWords(view.compared), view.place === undefined ? nothing : md`${view.place}`],
                md`，`,
              ),
              md`${current.by}`,
            ),
          ),
      formOf(view),
      earlier.length > 0 &&
        markdown(
          lines(
            bold('修改前'),
            ...earlier.slice(0, mostEarlier).map(({ said, by }) => md`${cut(said, 120)}（${by}）`),
          ),
        ),
      earlier.length > mostEarlier && caption(`更早还有 ${earlier.length - mostEarlier} 次。`),
      row([
        to(periodButtonText(previous, -1), previous),
        next !== undefined && to(periodButtonText(next, 1), next),
        sayButton({ text: '看指标', size: 'small', say: `/indicator ${view.name} ${periodName(period)}` }),
      ]),
    ],
  });
}

function formOf({ code, period, measure, current }: BenchmarkView) {
  const figure = (name: 'nation' | 'province' | 'city' | 'district', label: string): Element =>
    input({
      name,
      label: `${label}（${measure}）`,
      placeholder: '只填数字，不知道的留空',
      value: current?.[name] ?? undefined,
      max: 40,
    });
  const place = (name: string, label: string, value: number | null | undefined): Element =>
    input({ name, label, placeholder: '整数，可不填', value: value ? `${value}` : undefined, max: 3 });
  return form('benchmark', [
    figure('nation', '全国'),
    figure('province', '全省'),
    figure('city', '全市'),
    figure('district', '本区'),
    place('city_place', '本区在全市的位次', current?.city_place),
    place('city_total', '全市参排个数', current?.city_total),
    place('province_place', '本区在全省的位次', current?.province_place),
    benchmarkSet.submit({
      name: 'submit',
      text: current === undefined ? '保存' : '保存修改（原数保留）',
      payload: { indicator: code, period },
    }),
  ]);
}

/** Asks of which indicator the benchmark is. */
export function benchmarkPickCard(view: BenchmarkPickView): Card {
  return card({
    frame: plainFrame(view),
    title: '录入哪个指标的对标值？',
    elements: [
      markdown(md`选一个，或直接说名称和时期，例如：/对标 社零增速 10月`),
      view.indicators.length > 0 &&
        benchmarkShow.select({
          placeholder: `有对标的指标（${view.indicators.length} 个）`,
          options: view.indicators.slice(0, 140).map(({ value, text }) => ({ value, text: cut(text, 28) })),
          payload: { period: view.period },
        }),
    ],
  });
}
