import { Defect, defectCodes } from './defect.ts';
import type { Placed } from './walk.ts';

const fillable = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'select_img',
]);

function nameOf({ element }: Placed): string {
  return typeof element.name === 'string' ? element.name : '';
}

/** A form needs a submit button, and everything fillable in it a name (200530); names are unique in the whole card. */
export function checkForms(placed: readonly Placed[]): void {
  const named = new Set<string>();
  for (const each of placed) {
    const name = nameOf(each);
    const needsName =
      each.element.tag === 'form' || (each.form !== undefined && fillable.has(each.element.tag));
    if (needsName && name === '')
      throw new Defect(defectCodes.namelessInForm, 'component in form has an empty name', each.path);
    if (name !== '' && named.has(name))
      throw new Defect(defectCodes.unreadable, `duplicate name ${name}`, each.path);
    if (name !== '') named.add(name);
  }
  for (const { element, path } of placed) {
    if (element.tag !== 'form') continue;
    const submits = placed.some((each) => each.form === path && each.element.form_action_type === 'submit');
    if (!submits) throw new Defect(defectCodes.unreadable, 'form has no submit button', path);
  }
}
