import type { Token } from './token.ts';

/** What stands before a unit that is only written to, thanked, quoted or left out: 致区发改委, 根据统计局数据, （来源：财政局）, （不含城投）; not 数据城投…. */
const turnsTo =
  /(?:(?<![导一])致|呈|@|给|(?<!方)向|(?<!申)请|(?<![已财])经|(?<!数)据|按照|来源:? *|(?<![接招])待|感谢|谢谢|不含|剔除|扣除|除去?|不包括|抄送|抄报)$/u;

/** 报 before a unit only addresses where nothing follows: （报统计局）, but 报城投集团固投…. */
const reportedTo = /报送?给?$/u;
const closed = /^ *(?:[),。;!\n]|$)/u;

/** What stands behind a unit that is greeted, or has helped, checked or given the figure: 发改委您好, 财政局已核, （统计局数）. */
const turnedTo =
  /^(?:[您你]好|好(?=[,。!: ])|的?(?:各位)?(?:老师|领导|同志)|的?(?:大力|关心)?(?:指导|支持|帮助|配合)|已?审?核(?![心准算])|已确认|反馈|通报|的?数据?\))/u;

/** Both an office and a verb: 我们统计固投…. It is the office where words begin. */
const verb = '统计';
const begins = /^$|[\s,。;:!?(、\n区]$/u;

/** No word of these is longer. */
const reach = 12;

function isAside(text: string, { at, length, text: said }: Token & { kind: 'unit' }): boolean {
  const before = text.slice(Math.max(0, at - reach), at);
  const after = text.slice(at + length, at + length + reach);
  if (said === verb && !begins.test(before)) return true;
  return (
    turnsTo.test(before.trimEnd()) || turnedTo.test(after) || (reportedTo.test(before) && closed.test(after))
  );
}

/** The tokens of a message in which units that no figure belongs to are mere words. */
export function withoutAsides(tokens: readonly Token[], text: string): Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'unit' || !isAside(text, token)) return token;
    const { at, length } = token;
    return { kind: 'word', role: 'filler', text: token.text, at, length };
  });
}
