/** What may be betrayed, as one word: `row:U32` (its place or score), `value:U32:JJ-01`, `text:P0001`, `answer:P0001`, `code:P0001`, `phone:E001`, `tasks`, `invitation`, `parked` (that something was not delivered), `trail` (who did what), `pending` (what is drafted or proposed and not in force). */
export type Fact = string;

/** Where secrets are looked up by what was found. */
export interface SecretIndex {
  readonly units: readonly { readonly id: string; readonly short_name: string }[];
  /** In the order in which their values were marked. */
  readonly assignments: readonly { readonly unit: string; readonly indicator: string }[];
  readonly problems: readonly { readonly id: string; readonly code: string }[];
  readonly phones: readonly { readonly enterprise: string; readonly phone: string }[];
}

const digits = (at: number) => String(at).padStart(4, '0');

/** The marks: a value keeps its size and gets decimals that nobody else's has. */
export const marked = {
  value: (value: string, at: number) => `${value}${value.includes('.') ? '' : '.'}0009${digits(at)}9`,
  text: (problem: string) => `诉求原文〔${problem}〕，请核实办理。`,
  answer: (problem: string) => `办理答复〈${problem}〉，请查收。`,
  /** Why a message was not delivered. */
  reason: '收件人不在应用的可用范围【滞留】',
};

const markOfValue = /\.\d*?0009(\d{4})9(?!\d)/g;

type Node = Readonly<Record<string, unknown>>;

/** The same with entities read as the client shows them. */
function decoded(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  }
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decoded(inner)]));
}

function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodes)];
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

/** A table's rows without the office that an indicator's data come from, which says nothing of its place or score. */
function rowsOf({ rows, columns }: Node): unknown[] {
  if (!Array.isArray(rows)) return [];
  const sources = nodes(columns).flatMap(({ name, display_name }) =>
    display_name === '数据来源' ? [name] : [],
  );
  return rows.map((row) =>
    Object.fromEntries(Object.entries(Object(row)).filter(([name]) => !sources.includes(name))),
  );
}

/** Table rows and a chart's bars, each as one line. */
function lines(card: unknown): string[] {
  const tables = nodes(card).flatMap(rowsOf);
  const bars = nodes(card).flatMap(({ values }) => (Array.isArray(values) ? values : []));
  return [...tables, ...bars].map((entry) => JSON.stringify(entry));
}

const titleOf = (card: unknown) => JSON.stringify(Object(card).header ?? '');
const placeWords = /第 ?\**\d+\** ?名/;
const scoreWords = /\d+\.\d{2} ?分/;

function rowFacts(card: unknown, { units }: SecretIndex): Fact[] {
  const said = texts(card).filter((line) => placeWords.test(line) || scoreWords.test(line));
  const title = said.length > 0 ? [titleOf(card)] : [];
  const telling = [...lines(card), ...said, ...title];
  return units
    .filter(({ short_name }) => telling.some((line) => line.includes(short_name)))
    .map(({ id }) => `row:${id}`);
}

function valueFacts(text: string, { assignments }: SecretIndex): Fact[] {
  return [...text.matchAll(markOfValue)].map(([, at]) => {
    const found = assignments[Number(at)];
    return `value:${found?.unit}:${found?.indicator}`;
  });
}

/** Every stretch of these lengths within runs of the characters: cheaper than to look for each of hundreds of secrets. */
function stretches(text: string, run: RegExp, lengths: readonly number[]): string[] {
  return [...text.matchAll(run)].flatMap(([found]) =>
    lengths.flatMap((length) =>
      Array.from({ length: Math.max(0, found.length - length + 1) }, (_, at) => found.slice(at, at + length)),
    ),
  );
}

const lengthsOf = (secrets: readonly string[]) => [...new Set(secrets.map(({ length }) => length))];

function problemFacts(text: string, { problems, phones }: SecretIndex): Fact[] {
  const plain = text.replaceAll(' ', '');
  const codes = stretches(plain, /[2-9A-Z]{8,}/g, lengthsOf(problems.map(({ code }) => code)));
  const numbers = stretches(plain, /\d{11,}/g, lengthsOf(phones.map(({ phone }) => phone)));
  return [
    ...[...text.matchAll(/诉求原文〔(P\d+)〕/g)].map(([, id]) => `text:${id}`),
    ...[...text.matchAll(/办理答复〈(P\d+)〉/g)].map(([, id]) => `answer:${id}`),
    ...problems.filter(({ code }) => codes.includes(code)).map(({ id }) => `code:${id}`),
    ...phones.filter(({ phone }) => numbers.includes(phone)).map(({ enterprise }) => `phone:${enterprise}`),
  ];
}

/** Every secret that a card or text shows, each once. */
export function factsIn(shown: unknown, index: SecretIndex): Fact[] {
  const content = decoded(shown);
  const text = JSON.stringify(content);
  const tasks = /\d 项待报|待上报|待报，截止/.test(text) ? ['tasks'] : [];
  const invitation = /邀请码 [2-9A-Z]{10}/.test(text) ? ['invitation'] : [];
  const found = [...rowFacts(content, index), ...valueFacts(text, index), ...problemFacts(text, index)];
  const parked = text.includes(marked.reason) ? ['parked'] : [];
  const trail = /日志链共 \d+ 行|[（、]字段 /.test(text) ? ['trail'] : [];
  const pending = /草稿未生效|待审核（|生效前各单位看不到/.test(text) ? ['pending'] : [];
  return [...new Set([...found, ...tasks, ...invitation, ...parked, ...trail, ...pending])].sort();
}
