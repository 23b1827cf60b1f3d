import type { Vocabulary } from '../names/vocabulary.ts';
import type { Token } from '../tokens/token.ts';

/** The text, and what its names mean. */
interface Known {
  readonly text: string;
  readonly vocabulary: Vocabulary;
}

/** What stands before a unit that is only written to, thanked or left out: 致区发改委, 感谢财政局, （不含城投）. */
const turnsTo =
  /(?:(?<![导一])致|呈|@|(?<!方)向|(?<!申)请|(?<![接招])待|感谢|谢谢|对接|不含|剔除|扣除|除去?|不包括|抄送|抄报)$/u;

/** What stands before a department that is quoted or has checked: 根据统计局数据, （来源：财政局）; not 数据城投…. */
const quotes = /(?:给|(?<![已财])经|(?<!数)据|按照|来源:? *)$/u;

/** 报 before a unit only addresses where nothing follows: （报统计局）, but 报城投集团固投…. */
const reportedTo = /报送?给?$/u;
const closed = /^ *(?:[),。;:!\n]|$)/u;

/** What stands behind a unit that is greeted or has helped: 发改委您好, 统计局的指导, 应发改委要求. */
const turnedTo =
  /^(?:[您你]好|好(?=[,。!: ])|的?(?:各位)?(?:老师|领导|同志)|的?(?:大力|关心)?(?:指导|支持|帮助|配合|要求|通知))/u;

/** What stands behind a department that has checked or given the figure: 财政局已核, （统计局数）. */
const quoted =
  /^(?:(?:的?数据?)?为准|已?审?核(?![心准算])|已确认|反馈|通报|给(?:我们|出)?的|提供的|的?数据?\))/u;

/** Both an office and a verb: 我们统计固投…. It is the office where words begin. */
const verb = '统计';
const begins = /^$|[\s,。;:!?(、\n区]$/u;

/** No word of these is longer. */
const reach = 12;

function isAside({ at, length, text: said, ids }: Token & { kind: 'unit' }, known: Known): boolean {
  const { text, vocabulary } = known;
  const before = text.slice(Math.max(0, at - reach), at);
  const after = text.slice(at + length, at + length + reach);
  if (said === verb && !begins.test(before)) return true;
  if (turnsTo.test(before.trimEnd()) || turnedTo.test(after)) return true;
  if (reportedTo.test(before) && closed.test(after)) return true;
  // A street, a park or a firm that gives figures gives its own: 据经开区上报，….
  const isDepartment = ids.every((id) => vocabulary.departments.has(id));
  return isDepartment && (quotes.test(before.trimEnd()) || quoted.test(after));
}

/** The tokens of a message in which units that no figure belongs to are mere words. */
export function withoutAsides(tokens: readonly Token[], known: Known): Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'unit' || !isAside(token, known)) return token;
    const { at, length } = token;
    return { kind: 'word', role: 'filler', text: token.text, at, length };
  });
}
