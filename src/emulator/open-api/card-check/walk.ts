import { checkElement, type Element } from './check-element.ts';
import { Defect, defectCodes } from './defect.ts';

/** A component with where it stands. */
export interface Placed {
  readonly element: Element;
  readonly path: string;
  /** The tags of the containers around it, outermost first; `column` does not count as one. */
  readonly inside: readonly string[];
  /** The path of the form around it. */
  readonly form: string | undefined;
}

const deepest = 5;
const onlyInRoot = new Set(['form', 'table']);

function childrenOf(element: Element): [string, unknown[]][] {
  const area = element.button_area;
  const buttons = typeof area === 'object' && area !== null && 'buttons' in area ? area.buttons : undefined;
  const lists: [string, unknown][] = [
    ['elements', element.elements],
    // A table's columns are no components.
    ['columns', element.tag === 'column_set' ? element.columns : undefined],
    ['button_area.buttons', buttons],
  ];
  return lists.flatMap(([key, list]) =>
    Array.isArray(list) ? [[key, list] satisfies [string, unknown[]]] : [],
  );
}

function checkPlace(
  element: Element,
  place: { path: string; parent: string | undefined; inside: readonly string[] },
): void {
  const { tag } = element;
  const refuse = (why: string) => {
    throw new Defect(defectCodes.unreadable, `${tag} ${why}`, place.path);
  };
  if (onlyInRoot.has(tag) && place.parent !== undefined) refuse('is only allowed directly in body.elements');
  if ((place.parent === 'column_set') !== (tag === 'column'))
    refuse('is not allowed here: column_set holds columns only');
  if (place.inside.length > deepest) refuse('is nested deeper than 5 levels');
  if (tag === 'multi_select_person' && !place.inside.includes('form')) refuse('is only allowed in a form');
}

interface Here {
  readonly path: string;
  readonly parent?: string;
  readonly inside: readonly string[];
  readonly form?: string;
}

/** Every component below a list of elements, each checked by itself and for its place. */
export function* walk(elements: readonly unknown[], here: Here): Generator<Placed> {
  for (const [index, value] of elements.entries()) {
    const path = `${here.path}[${index}]`;
    const element = checkElement(value, path);
    checkPlace(element, { path, parent: here.parent, inside: here.inside });
    yield { element, path, inside: here.inside, form: here.form };
    const inside = element.tag === 'column' ? here.inside : [...here.inside, element.tag];
    const form = element.tag === 'form' ? path : here.form;
    for (const [key, list] of childrenOf(element)) {
      yield* walk(list, { path: `${path}.${key}`, parent: element.tag, inside, ...(form ? { form } : {}) });
    }
  }
}
