import { divide, fraction, multiply, type Rational } from '../../../shared/rational.ts';

/** What is measured: two measures of one dimension convert exactly into each other. */
type Dimension =
  | 'yuan'
  | 'dollar'
  | 'count'
  | 'area'
  | 'percent'
  | 'point'
  | 'score'
  | 'concentration'
  | 'hour'
  | 'workday'
  | 'other';

/** A measure: its dimension and how many base measures it is worth. */
export interface Measure {
  readonly dimension: Dimension;
  readonly size: Rational;
}

const hectare = fraction(10_000n, 1n);
const units: readonly (readonly [Dimension, Rational, readonly string[]])[] = [
  ['dollar', fraction(1n, 1n), ['美元', '美金', 'usd', '刀', '美刀']],
  ['yuan', fraction(1n, 1n), ['元人民币', '人民币', '块钱', '元', '块', 'rmb', 'cny']],
  [
    'other',
    fraction(1n, 1n),
    [
      '欧元',
      '港元',
      '港币',
      '日元',
      '英镑',
      '吨',
      '公里',
      '千瓦时',
      '度',
      '吨标准煤',
      '天',
      '日',
      '周',
      '年',
      '岁',
      '公斤',
      '米',
      '毫克',
      '毫克/立方米',
      '立方米',
      '万千瓦时',
      '台时',
      '℃',
      '个月',
      '季度',
    ],
  ],
  ['point', fraction(1n, 1n), ['个百分点', '百分点', '个点', 'pct', '个pct', 'pp']],
  ['percent', fraction(1n, 1n), ['%', '个%', '％']],
  ['percent', fraction(1n, 10n), ['‰']],
  ['area', fraction(1n, 1n), ['平方米', '平米', '平方', '平', 'm2', 'm²', '方']],
  ['area', divide(fraction(2000n, 1n), fraction(3n, 1n)), ['亩', '亩地']],
  ['area', hectare, ['公顷']],
  ['area', fraction(1_000_000n, 1n), ['平方公里', '平方千米']],
  [
    'concentration',
    fraction(1n, 1n),
    ['微克/立方米', '微克每立方米', '微克', 'μg/m3', 'ug/m3', 'μg', 'ug', '微克/m3', '微克/立方'],
  ],
  ['hour', fraction(1n, 1n), ['小时', '个小时', 'h', '个钟头', '钟头']],
  ['hour', fraction(1n, 60n), ['分钟']],
  ['workday', fraction(1n, 1n), ['工作日', '个工作日']],
  ['score', fraction(1n, 1n), ['分']],
  [
    'count',
    fraction(1n, 1n),
    [
      '人次',
      '家次',
      '户次',
      '件次',
      '人',
      '名',
      '位',
      '家',
      '个',
      '户',
      '件',
      '套',
      '张',
      '起',
      '篇',
      '次',
      '项',
      '宗',
      '条',
      '座',
      '所',
      '处',
      '批',
      '例',
      '场',
      '间',
      '只',
      '单',
      '笔',
      '员',
      '余',
      '床',
      '例次',
      '人数',
    ],
  ],
];

const byName = new Map<string, Measure>(
  units.flatMap(([dimension, size, names]) => names.map((name) => [name, { dimension, size }] as const)),
);
const longest = Math.max(...[...byName.keys()].map((name) => name.length));
const scales: Readonly<Record<string, bigint>> = { 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n };

/** The measure a text begins with (after a number), the longest that fits; undefined when there is none. */
export function readMeasure(text: string): { measure: Measure; length: number } | undefined {
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const measure = byName.get(text.slice(0, length));
    if (measure) return { measure, length };
  }
  return undefined;
}

/** An indicator's measure by its name (`亿元`, `万人次`, `%`); an unknown name is a plain count. */
export function measureNamed(name: string): Measure {
  let size = fraction(1n, 1n);
  let rest = name.toLowerCase();
  while (rest.length > 1 && rest[0] && rest[0] in scales) {
    size = multiply(size, fraction(scales[rest[0]] ?? 1n, 1n));
    rest = rest.slice(1);
  }
  const base = byName.get(rest) ?? { dimension: 'count' as const, size: fraction(1n, 1n) };
  return { dimension: base.dimension, size: multiply(size, base.size) };
}

/** `value` of measure `from` in measure `to`, exact; undefined when they measure different things. */
export function convert(value: Rational, from: Measure, to: Measure): Rational | undefined {
  if (from.dimension !== to.dimension) return undefined;
  return divide(multiply(value, from.size), to.size);
}
