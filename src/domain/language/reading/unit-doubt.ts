import type { Vocabulary } from '../names/vocabulary.ts';

/** Another street, district, village or firm, by the word it ends in. */
const elsewhere = /^(?!在?[各全本我该辖]).{2,}(?:街道|镇|乡|县|区|市|村|公司|集团)$/u;

/** What is done somewhere is no name of a place: 认真落实区委部署, 扎实推进示范区建设. */
const doing = /落实|推进|推动|贯彻|围绕|聚焦|加大|加快|加强|抓紧|服务|支持|感谢|谢谢/u;

/** What more units than these begin with is the district itself (云澜区). */
const few = 5;

/** Whether unknown words name whose the figures are: a place or firm (滨江区), or a unit's name cut short (枢纽). */
export function namesElsewhere(words: string, { nearUnits, departments }: Vocabulary): boolean {
  if (words.length < 2) return false;
  const named = (nearUnits.get(words[0] ?? '') ?? []).filter(({ name }) => name.startsWith(words));
  // 招商: a department's field is also a subject.
  const alike = named.filter(({ id }) => words.length > 2 || !departments.has(id));
  const units = new Set(alike.map(({ id }) => id)).size;
  return units > few ? false : units > 0 || (elsewhere.test(words) && !doing.test(words));
}
