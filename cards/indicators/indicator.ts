import { type Frequency, periodName } from '#src/domain/calendar/period.ts';
import { shortDay } from '#src/shared/time.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { trendChart } from '../kit/chart.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { BodyElement, Element, Maybe } from '../kit/elements.ts';
import { plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, joined, lines } from '../kit/phrasing.ts';
import { type TableColumn, table } from '../kit/table.ts';
import { comparedWords } from '../ranking/compared-words.ts';
import { explainShow, rankingShow } from '../ranking/score-buttons.ts';
import { periodButtonText } from '../ranking/score-words.ts';
import { stateWord } from '../values/state-words.ts';
import { valueShow } from '../values/value-buttons.ts';
import { benchmarkShow } from './benchmark-buttons.ts';
import { indicatorShow, indicatorUrge } from './indicator-buttons.ts';
import type { IndicatorPickView, IndicatorRow, IndicatorView } from './indicator-view.ts';

const kindWords = { cumulative: '累计数', level: '时点数', rate: '比率' } as const;
const frequencyWords: Record<Frequency, string> = {
  half_month: '半月报',
  month: '月报',
  quarter: '季报',
  half: '半年报',
  year: '年报',
};

/** An indicator in one period: owners, benchmark and place, values of the units that may be shown, who has not reported, the trend. */
export function indicatorCard(view: IndicatorView): Card {
  return card({
    frame: view,
    title: view.name,
    subtitle: `${periodName(view.period)} · ${view.measure} · ${kindWords[view.kind]} · ${frequencyWords[view.frequency]}`,
    tags: [view.locked && { text: '账期已锁定', colour: 'neutral' }],
    elements: [
      markdown(ownWords(view)),
      view.benchmark !== undefined && markdown(benchmarkWords({ ...view.benchmark, measure: view.measure })),
      view.trend !== undefined &&
        trendChart({ title: trendTitle(view, view.trend.unitName), lines: view.trend.lines }),
      ...unitElements(view),
      caption(ownerWords(view)),
      row(navigation(view)),
    ],
  });
}

function trendTitle({ measure }: IndicatorView, unitName: string): string {
  return `${cut(unitName, 16)}今年走势（${measure}）`;
}

function ownWords({ own, reported, expected, due, overdue }: IndicatorView): Markup {
  const coverage = md`已报 ${reported}/${expected} 个单位，截止${shortDay(due)}${overdue ? '（已过）' : ''}`;
  if (!own) return coverage;
  const value =
    own.value === undefined
      ? coloured(overdue ? 'red' : 'orange', overdue ? '未报（已逾期）' : '还没有报')
      : bold(own.value);
  const facts = [
    md`目标 ${own.target}`,
    own.completion === undefined ? nothing : md`完成 ${own.completion}`,
    own.state === undefined ? nothing : md`${stateWord(own.state)}`,
  ];
  return lines(
    md`${cut(own.unitName, 24)} ${value}`,
    joined(facts, md` · `),
    comparedWords(own.compared),
    coverage,
  );
}

function benchmarkWords({
  figures,
  district,
  compared,
  place,
  measure,
}: NonNullable<IndicatorView['benchmark']> & Pick<IndicatorView, 'measure'>): Markup {
  const own = joined(
    [
      district === undefined ? nothing : md`本区 ${bold(district)}`,
      comparedWords(compared),
      place === undefined ? nothing : md`${place}`,
    ],
    md`，`,
  );
  return lines(
    bold('对标'),
    own,
    figures.length === 0 ? nothing : md`${figures.map(bare(measure)).join('，')}`,
  );
}

const mostUnreported = 20;

function unitElements(view: IndicatorView): Maybe<BodyElement>[] {
  const { rows, unreported, whole } = view;
  const given = rows.filter(({ value }) => value !== undefined);
  const missing = unreported ?? [];
  const rest = missing.length - mostUnreported;
  const shown = `${missing
    .slice(0, mostUnreported)
    .map((name) => cut(name, 12))
    .join('、')}${rest > 0 ? ` 等 ${missing.length} 个单位` : ''}`;
  return [
    given.length > 1 && valueTable(given, view),
    given.length > mostRows && caption(`另有 ${given.length - mostRows} 个单位没有列出。`),
    missing.length > 0 &&
      markdown(md`${coloured(view.overdue ? 'red' : 'orange', `未报 ${missing.length} 个`)}：${shown}`),
    !whole && caption('其他单位的完成值不公开，名次请看排名。'),
    view.mayTrace && given.length > 0 && historySelect(given),
    rows.length > 1 && trendSelect(view),
  ];
}

const completionColumn: TableColumn<IndicatorRow> = {
  title: '完成率',
  width: '80px',
  align: 'right',
  text: ({ completion }) => completion ?? '—',
};

/** The head of the card says the measure: it need not be repeated. */
function bare(measure: string) {
  return (value: string) => (value.endsWith(` ${measure}`) ? value.slice(0, -measure.length - 1) : value);
}

/** Without the measure four columns fit on a phone. */
function valueTable(rows: readonly IndicatorRow[], { measure, kind }: IndicatorView) {
  const plain = bare(measure);
  return table<IndicatorRow>({
    rows: rows.slice(0, mostRows),
    freezeFirst: true,
    columns: [
      { title: '单位', width: '94px', text: ({ unitName }) => cut(unitName, 14) },
      { title: '完成值', width: '80px', align: 'right', text: ({ value }) => plain(value ?? '—') },
      { title: '目标', width: '80px', align: 'right', text: ({ target }) => plain(target) },
      ...(kind === 'cumulative' ? [completionColumn] : []),
      { title: '状态', width: '80px', text: ({ state }) => (state === undefined ? '—' : stateWord(state)) },
    ],
  });
}

/** Options and rows beyond these would not fit into one card. */
const mostOptions = 40;
const mostRows = 48;

function historySelect(rows: readonly IndicatorRow[]): Element {
  return valueShow.select({
    placeholder: '看某个单位这个数的来历和佐证',
    options: rows
      .slice(0, mostOptions)
      .flatMap(({ report, unitName }) =>
        report === undefined ? [] : [{ value: report, text: cut(unitName, 12) }],
      ),
    payload: {},
  });
}

function trendSelect({ rows, code, period }: IndicatorView): Element {
  return indicatorShow.select({
    placeholder: '看某个单位的走势',
    options: rows
      .slice(0, mostOptions)
      .map(({ unit, unitName }) => ({ value: unit, text: cut(unitName, 12) })),
    payload: { indicator: code, period, pick: 'unit' },
  });
}

function ownerWords({ owners }: IndicatorView): string {
  return `责任领导 ${owners.leader} · 牵头单位 ${owners.leadUnit} · ${owners.force} · 来源 ${owners.source}`;
}

function navigation(view: IndicatorView): Maybe<Element>[] {
  const { code, name, period, previous, next, own, mayReport, mayChase } = view;
  const to = (text: string, at: string) =>
    indicatorShow.button({ text, size: 'small', payload: { indicator: code, period: at } });
  return [
    mayReport &&
      sayButton({
        text: '上报',
        size: 'small',
        type: own?.value === undefined ? 'primary_filled' : 'default',
        say: `/report ${name} ${periodName(period)}`,
      }),
    own?.mayExplain === true &&
      explainShow.button({ text: '得分', size: 'small', payload: { unit: own.unit, period } }),
    rankingShow.button({
      text: '排名',
      size: 'small',
      payload: { scope: 'indicator', of: code, period, page: 1 },
    }),
    mayChase &&
      indicatorUrge.button({
        text: `催报（${view.expected - view.reported} 个单位）`,
        size: 'small',
        confirm: { title: '催报', text: `私聊提醒 ${view.expected - view.reported} 个未报单位的填报人。` },
        payload: { indicator: code, period, count: view.expected - view.reported },
      }),
    view.mayBenchmark &&
      benchmarkShow.button({ text: '录入对标', size: 'small', payload: { indicator: code, period } }),
    previous !== undefined && to(periodButtonText(previous, -1), previous),
    next !== undefined && to(periodButtonText(next, 1), next),
  ];
}

/** Asks which indicator to show. */
export function indicatorPickCard(view: IndicatorPickView): Card {
  return card({
    frame: plainFrame(view),
    title: '看哪个指标？',
    elements: [
      markdown(md`选一个，或直接说名称和时期，例如：/指标 固投 10月`),
      view.indicators.length > 0 &&
        indicatorShow.select({
          placeholder: `指标（${view.indicators.length} 个）`,
          options: view.indicators.slice(0, 140).map(({ value, text }) => ({ value, text: cut(text, 28) })),
          payload: { pick: 'indicator' },
        }),
    ],
  });
}
