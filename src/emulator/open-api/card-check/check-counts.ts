import { Defect, defectCodes } from './defect.ts';

const elementLimit = 200;
const tableLimit = 5;
const markdownTable = /^\s*\|?.+\|.*\n\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/gm;

/** Calls `see` with every object below a value. */
export function eachObject(value: unknown, see: (object: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) eachObject(item, see);
  else if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    see(object);
    for (const item of Object.values(object)) eachObject(item, see);
  }
}

/** Components and text objects, as the platform counts them. A chart's own spec may have keys called tag; only strings are tags of the platform. */
export function countElements(card: unknown): number {
  let elements = 0;
  eachObject(card, ({ tag }) => {
    if (typeof tag === 'string') elements += 1;
  });
  return elements;
}

/** At most 200 components and text objects, and 5 tables; a table in markdown counts, since nobody knows whether they share the quota (fact sheet §3.2). */
export function checkCounts(card: unknown): void {
  const elements = countElements(card);
  let tables = 0;
  eachObject(card, ({ tag, content }) => {
    if (tag === 'table') tables += 1;
    if (tag === 'markdown' && typeof content === 'string')
      tables += content.match(markdownTable)?.length ?? 0;
  });
  if (elements > elementLimit)
    throw new Defect(defectCodes.overLimit, `element exceeds the limit: ${elements} > ${elementLimit}`);
  if (tables > tableLimit)
    throw new Defect(defectCodes.overLimit, `card table number over limit: ${tables} > ${tableLimit}`);
}
