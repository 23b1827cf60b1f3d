import type { Vocabulary } from './vocabulary.ts';

/** Another street, district, village or firm, by the word it ends in. */
const elsewhere = /^(?![各全本我该辖某一]).{2,}(?:街道|镇|乡|县|区|市|村|公司|集团)$/u;

/** Whether unknown words name whose the figures are: a place or firm (滨江区), or a unit's name cut short (枢纽). */
export function namesElsewhere(words: string, { nearUnits }: Vocabulary): boolean {
  if (elsewhere.test(words)) return true;
  if (words.length < 2) return false;
  return (nearUnits.get(words[0] ?? '') ?? []).some(({ name }) => name.startsWith(words));
}
