import { checkChart } from './check-chart.ts';
import { checkCounts, eachObject } from './check-counts.ts';
import { defectOf } from './check-element.ts';
import { checkForms } from './check-forms.ts';
import { checkMentions } from './check-mentions.ts';
import { checkTableRows } from './check-table.ts';
import { Defect, defectCodes } from './defect.ts';
import { root } from './root-shapes.ts';
import { type Placed, walk } from './walk.ts';

function checkIds(placed: readonly Placed[]): void {
  const seen = new Set<unknown>();
  for (const { element, path } of placed) {
    const id = element.element_id;
    if (id === undefined) continue;
    if (seen.has(id))
      throw new Defect(defectCodes.duplicateElementId, `duplicate element_id ${String(id)}`, path);
    seen.add(id);
  }
}

function checkPeople(card: unknown, isKnown: (openId: string) => boolean): void {
  eachObject(card, ({ tag, content, user_id: userId }) => {
    if (typeof content === 'string' && tag !== 'plain_text') checkMentions(content, isKnown);
    if (tag === 'person' && typeof userId === 'string' && !isKnown(userId)) {
      throw new Defect(defectCodes.badPerson, 'person user id is invalid', userId);
    }
  });
}

function refuseBadCard(card: unknown, isKnown: (openId: string) => boolean): void {
  const parsed = root.safeParse(card);
  if (!parsed.success) throw defectOf(parsed.error, 'card');
  checkCounts(card);
  const placed = [...walk(parsed.data.body.elements, { path: 'body.elements', inside: [] })];
  for (const { element, path } of placed) {
    if (element.tag === 'table') checkTableRows(element, path);
    if (element.tag === 'chart') checkChart(element.chart_spec, path);
  }
  checkForms(placed);
  checkIds(placed);
  checkPeople(card, isKnown);
}

/**
 * Why the platform would refuse this card, or undefined when it would take it. Written from the fact sheet §3 alone: it is the
 * oracle for `cards/kit` and so shares nothing with it.
 */
export function checkCard(card: unknown, isKnown: (openId: string) => boolean): Defect | undefined {
  try {
    refuseBadCard(card, isKnown);
    return undefined;
  } catch (error) {
    if (error instanceof Defect) return error;
    throw error;
  }
}
