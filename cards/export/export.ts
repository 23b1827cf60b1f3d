import { type Period, periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { BodyElement, ButtonElement, Maybe, SelectElement } from '../kit/elements.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold } from '../kit/phrasing.ts';
import { periodButtonText } from '../ranking/score-words.ts';
import { exportMake, exportShow } from './export-buttons.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the person may export of a period. */
export interface ExportView extends Pick<Frame, 'demo'> {
  readonly period: Period;
  readonly previous?: Period | undefined;
  readonly next?: Period | undefined;
  /** Rankings of tracks; empty: none. */
  readonly tracks: readonly Named[];
  /** Task forces whose indicators can be chosen next, or at once the indicators. */
  readonly taskForces: readonly Named[];
  readonly indicators: readonly Named[];
  /** Tracks whose units can be chosen next. */
  readonly unitTracks: readonly Named[];
  readonly units: readonly Named[];
  /** Tracks whose rules they may have. */
  readonly ruleTracks: readonly Named[];
  readonly problems: boolean;
}

/** One list to choose from. */
export interface ExportListView extends Pick<Frame, 'demo'> {
  readonly list: 'values' | 'unit';
  readonly of: string;
  readonly period: Period;
  readonly options: readonly Named[];
}

/** Every option is an element, and a card holds 180. */
const most = { options: 100, buttons: 8 };

interface Choosing {
  readonly period: Period;
  readonly named: readonly Named[];
}

const optionsOf = (named: readonly Named[]) =>
  named.slice(0, most.options).map(({ id, name }) => ({ value: id, text: cut(name, 40) }));

/** A select that leads to the list of what was chosen. */
function chooseNext(
  placeholder: string,
  list: 'values' | 'unit',
  { period, named }: Choosing,
): Maybe<SelectElement> {
  const options = optionsOf(named);
  return options.length > 0 && exportShow.select({ placeholder, options, payload: { list, period } });
}

/** A select that exports what was chosen. */
function makeOf(
  placeholder: string,
  what: 'values' | 'unit' | 'track',
  { period, named }: Choosing,
): Maybe<SelectElement> {
  const options = optionsOf(named);
  return options.length > 0 && exportMake.select({ placeholder, options, payload: { what, period } });
}

function rankingButtons({ tracks, period }: ExportView): Maybe<ButtonElement>[] {
  const button = (text: string, scope: 'tracks' | 'district' | 'track', of?: string) =>
    exportMake.button({ text, size: 'small', payload: { what: 'ranking', scope, of, period } });
  return [
    exportMake.button({
      text: '各赛道',
      type: 'primary_filled',
      size: 'small',
      payload: { what: 'ranking', scope: 'tracks', period },
    }),
    ...tracks.slice(0, most.buttons).map(({ id, name }) => button(name, 'track', id)),
    button('全区', 'district'),
  ];
}

function unitButtons({ units, period }: ExportView): Maybe<ButtonElement>[] {
  return units
    .slice(0, most.buttons)
    .map(({ id, name }) =>
      exportMake.button({ text: cut(name, 20), size: 'small', payload: { what: 'unit', of: id, period } }),
    );
}

function section(title: string, elements: readonly Maybe<BodyElement>[]): Maybe<BodyElement>[] {
  const there = elements.filter((element) => element);
  return there.length === 0 ? [] : [markdown(md`${bold(title)}`), ...there];
}

function periodRow({ previous, next }: ExportView): Maybe<BodyElement> {
  const to = (other: Period, direction: -1 | 1) =>
    exportShow.button({
      text: periodButtonText(other, direction),
      size: 'small',
      payload: { period: other },
    });
  return row([previous !== undefined && to(previous, -1), next !== undefined && to(next, 1)]);
}

/** What can be exported as a workbook, all by buttons and lists. */
export function exportCard(view: ExportView): Card {
  const { period } = view;
  const of = (named: readonly Named[]) => ({ period, named });
  return card({
    frame: plainFrame(view),
    title: '导出工作簿',
    subtitle: periodName(period),
    elements: [
      markdown(md`点一项，做成 .xlsx 文件发到这里；只含您能看到的内容，每次导出都有记录。`),
      periodRow(view),
      ...section('排名', [row(rankingButtons(view))]),
      ...section('指标完成值（全年各期）', [
        chooseNext('先选专班，再选指标', 'values', of(view.taskForces)),
        makeOf('选一项指标', 'values', of(view.indicators)),
      ]),
      ...section('单位总表（得分明细、目标、完成值）', [
        row(unitButtons(view)),
        chooseNext('先选赛道，再选单位', 'unit', of(view.unitTracks)),
      ]),
      ...section('赛道目标和赋分规则', [makeOf('选一个赛道', 'track', of(view.ruleTracks))]),
      ...section('企业诉求和响应率、办结率、满意率', [
        view.problems &&
          row([
            exportMake.button({
              text: `${periodName(period)}提交的诉求`,
              size: 'small',
              payload: { what: 'problems', period },
            }),
          ]),
      ]),
      caption('也可以直接发，例如：/导出 园区 10月、/导出 指标 固投、/导出 单位 区工信局。'),
    ],
  });
}

/** The indicators of a task force or the units of a track, to export one. */
export function exportListCard({ list, of, period, options, demo }: ExportListView): Card {
  const noun = list === 'values' ? '指标' : '单位';
  return card({
    frame: plainFrame({ demo }),
    title: list === 'values' ? '导出指标完成值' : '导出单位总表',
    subtitle: `${of} · ${periodName(period)}`,
    elements: [
      options.length === 0
        ? markdown(md`${of}没有您能导出的${noun}。`)
        : markdown(md`选一个${noun}，做成 .xlsx 文件发到这里。`),
      makeOf(`选一个${noun}`, list, { period, named: options }),
      options.length > most.options &&
        caption(`只列出前 ${most.options} 个，其余请直接发，如：/导出 ${noun} 名称。`),
      row([exportShow.button({ text: '返回', size: 'small', payload: { period } })]),
    ],
  });
}
