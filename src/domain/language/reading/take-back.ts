import type { Token } from '../tokens/token.ts';
import { isTakenBack } from './doubt-of.ts';
import type { Reading } from './reading.ts';

/** 以上两个数都要改: opens a clause about all figures before it. */
const allOfThem =
  /^(?:(?:不好意思|对不起|抱歉|请)*(?:以上|上述|上面|前面|刚才|前述)(?:的|这|那|报|发|说)*(?:[几两二三四五六七八九十些]|所有|全部)*[个项条]?(?:数据?|数字|数值|指标|值)?(?:都|均|全部?|皆)*|(?:都|均|全都|全部|数据)+)/u;

const claims: ReadonlySet<string> = new Set(['value', 'growth', 'own']);

const clauseEnd = /[,()。;!?\n]/u;

/** What stands behind a place up to the end of its clause. */
function restOf(text: string, from: number): string {
  return (text.slice(from).split(clauseEnd, 1)[0] ?? '').trim();
}

/** Before which figures a clause takes all back; undefined where none does. */
function allBefore(text: string): number | undefined {
  let from = 0;
  let at: number | undefined;
  for (const clause of text.split(clauseEnd)) {
    const words = clause.trim();
    const opening = allOfThem.exec(words)?.[0];
    if (opening && isTakenBack(words.slice(opening.length))) at = from;
    from += clause.length + 1;
  }
  return at;
}

function codesOf({ naming }: Pick<Reading, 'naming'>): readonly string[] {
  return [...(naming?.codes ?? []), ...(naming?.stems ?? [])];
}

/** 9月固投有误: of September's figure alone. */
function isOfMonth({ period }: Reading, before: string): boolean {
  const month = /(\d{1,2})月(?:份)?$/u.exec(before)?.[1];
  return (
    month === undefined || period?.period === undefined || period.period.endsWith(month.padStart(2, '0'))
  );
}

/** Figures that a later clause takes back are asked about: 固投写错了; 以上两个数都要改; （以上为预计）. */
export function takeBack(readings: readonly Reading[], tokens: readonly Token[], text: string): Reading[] {
  const before = allBefore(text) ?? -1;
  const named = tokens.flatMap((token) =>
    token.kind === 'indicator' && isTakenBack(restOf(text, token.at + token.length)) ? [token] : [],
  );
  return readings.map((reading) => {
    const isNamed = named.some(
      (token) =>
        reading.at < token.at &&
        codesOf(token).some((code) => codesOf(reading).includes(code)) &&
        isOfMonth(reading, text.slice(0, token.at)),
    );
    const isBack = reading.at < before || isNamed;
    return isBack && claims.has(reading.role) ? { ...reading, role: 'vague' } : reading;
  });
}

/** What a plan or another's figure was said of is only a remark where its indicator has a figure of its own. */
export function passOver(readings: readonly Reading[]): Reading[] {
  const own = readings
    .filter(({ shadowed, role }) => !shadowed && claims.has(role))
    .map(({ naming }) => naming?.text);
  return readings.map((reading) =>
    reading.shadowed && reading.role === 'vague' && own.includes(reading.naming?.text)
      ? { ...reading, role: 'remark' }
      : reading,
  );
}
