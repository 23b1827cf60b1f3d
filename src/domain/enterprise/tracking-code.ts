// Spaces and every kind of dash that a keyboard or a careful reader puts in between.
const betweens = '\\s\\-\\u2010-\\u2015\\u2212\\u30fc_.·';
const between = new RegExp(`[${betweens}]`, 'g');
const shape = /^[2-9A-HJ-NP-Z]{8,12}$/;
const mostLetters = 12;

const plain = (text: string) => text.normalize('NFKC').toUpperCase();

/** The tracking code that somebody typed: lower case, full-width, spaces and dashes allowed; undefined when it is none. */
export function readTrackingCode(text: string): string | undefined {
  const code = plain(text).replace(between, '');
  return shape.test(code) ? code : undefined;
}

const pieces = new RegExp(`[0-9A-Z]+(?:[${betweens}]+[0-9A-Z]+)*`, 'g');
/** More than anybody says at once; a long text is not searched for ever. */
const mostCodes = 50;

/** Everything within a sentence that may be a tracking code, in pieces (`MBJE HZWZ`) or in one. */
export function trackingCodesIn(text: string): string[] {
  const found = (plain(text).match(pieces) ?? []).flatMap((run) => {
    const parts = run.split(between).filter((part) => part !== '');
    return parts.flatMap((_, from) => joinedFrom(parts, from));
  });
  return found.filter((code) => shape.test(code)).slice(0, mostCodes);
}

/** The pieces from one on put together: one, two, three …, as long as they fit into a code. */
function joinedFrom(parts: readonly string[], from: number): string[] {
  const joined: string[] = [];
  for (let code = parts[from] ?? '', next = from + 1; code.length <= mostLetters; next += 1) {
    joined.push(code);
    if (next >= parts.length) break;
    code += parts[next];
  }
  return joined;
}

const asking = /诉求|工单|编号|进展|怎么样|办得|办到|查/;

/** Whether a sentence asks for a problem by its code, be the code right or wrong: nothing but a code, or one beside words that ask. */
export function asksByCode(text: string): boolean {
  if (/查询码/.test(text) && /[0-9A-Z]{4}/.test(plain(text))) return true;
  if (trackingCodesIn(text).length === 0) return false;
  return asking.test(text) || !/\p{Script=Han}/u.test(text);
}
