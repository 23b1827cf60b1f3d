import { listedApart, listedBySpaces, withoutLineNumbers } from './list-numbers.ts';
import { tablesAsSentences } from './table-rows.ts';

/** (1-10月,亿元): a period and a measure in one bracket. */
const periodAndMeasure =
  /\(([^()]{1,12}月[^()]{0,3})[,、;] *((?:单位:)?[百千万亿]*(?:元|美元|%|家|个|人|户))\)/gu;

/** Feishu writes a mention as `@_user_1 ` in the text. */
const mention = /@_(?:user_\d+|all)/gu;

/** ① or 1️⃣ opens an entry of a list; as a digit it would be read as a value. */
const listMark = /[\u2460-\u2473\u2776-\u277f]|\d\uFE0F?\u20E3/gu;

const invisible = /[\p{Cf}\p{Variation_Selector}]/gu;
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/gu;
const quotes = /["'“”‘’「」『』《》〈〉【】[\]*`·•]/gu;

/** Marks that say something of a figure: folded before pictures go and quotes are dropped. */
const marks: readonly (readonly [RegExp, string])[] = [
  // An arrow that opens a line is a mark of a list.
  [/(?<=^|\n)[^\S\n]*[⬇↘▼▽🔻🔽📉⬆↗▲△🔺🔼📈](?=[^\S\n]*(?:\p{Script=Han}|[a-zA-Z]|\d+月))/gu, ' '],
  [/[⬇↘▼▽🔻🔽📉]/gu, '↓'],
  [/[⬆↗▲△🔺🔼📈]/gu, '↑'],
  [/➖(?=\s?\d)/gu, '-'],
  [/百分百/gu, '百分之百'],
  [/(?<=[\d亿万%元个家件人户])[^\S\n]*[❌✖✗✘]+/gu, ' 作废 '],
  // 14·2亿, 14点2亿, 14。2亿: a point, where digits stand on both sides of it.
  [/(?<=\d)[·•](?=\d)|(?<=\d)[点。](?=\d+ ?个?[万亿%])/gu, '.'],
  // ≥14亿, ~14亿, 21+, 14.2亿+: only about right. A quoted line or an arrow (> 固投, ->14亿) says nothing of a figure.
  [/[≥≤≈≧≦]|(?<![-=>\s])[<>](?=\s?\d)|(?<![\d%万亿元个家人户件月日号]\s?)~(?=\s?\d)/gu, '约'],
  [/(?<=\d|[亿万%个家人户件])\+(?![\d.\p{Script=Han}])/gu, '多'],
];

/** Full-width to half-width, lower case, one kind of dash, no mentions, emoji, quotes or list numbers: what every matcher reads. */
export function foldText(text: string): string {
  const half = text
    .replace(mention, ' ')
    .replace(listMark, '\n')
    .replace(/[㎡]/gu, '平方米')
    .replace(/Ⅲ/gu, '三')
    .normalize('NFKC')
    .replace(periodAndMeasure, '($1)($2)')
    // A box to tick, a long dash in place of a colon.
    .replace(/^([^\S\n]*[-*+][^\S\n]*)\[[ x√]\]/gimu, '$1')
    .replace(/(?<=\p{Script=Han})[—―]{2}(?=\s?\d)/gu, ':');
  const listed = listedApart(listedBySpaces(withoutLineNumbers(tablesAsSentences(half))));
  return marks
    .reduce((said, [mark, plain]) => said.replace(mark, plain), listed)
    .replace(invisible, '')
    .replace(picture, ' ')
    .replace(/[–‐‑−﹣]/gu, '-')
    .replace(/[〜∼]/gu, '~')
    .replace(/(?<=\d) *[—―]+ *(?=\d)/gu, '-')
    .replace(/(?<=\d) \. (?=\d)/gu, '.')
    .replace(/[—―]+/gu, '—')
    .replace(quotes, '')
    .replace(/[\t\u00a0\u2000-\u200a\u3000]/gu, ' ')
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .toLowerCase();
}

/** A name folded as texts are, without spaces and marks, so that spelling details do not matter. */
export function foldName(name: string): string {
  return foldText(name).replace(/[\s—]/gu, '');
}
