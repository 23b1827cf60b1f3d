/** Feishu writes a mention as `@_user_1 ` in the text. */
const mention = /@_(?:user_\d+|all)/gu;

/** ① or 1️⃣ opens an entry of a list; as a digit it would be read as a value. */
const listMark = /[\u2460-\u2473\u2776-\u277f]|\d\uFE0F?\u20E3/gu;

const invisible = /[\p{Cf}\p{Variation_Selector}]/gu;
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/gu;
const quotes = /["'“”‘’「」『』《》〈〉【】[\]*`·•]/gu;

/** Full-width to half-width, lower case, one kind of dash, no mentions, emoji or quotes: what every matcher reads. */
export function foldText(text: string): string {
  return text
    .replace(mention, ' ')
    .replace(listMark, '\n')
    .replace(/[㎡]/gu, '平方米')
    .replace(/Ⅲ/gu, '三')
    .normalize('NFKC')
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
