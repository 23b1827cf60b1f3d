import { z } from 'zod';
import { containerShapes } from './container-shapes.ts';
import { contentShapes } from './content-shapes.ts';
import { Defect, defectCodes } from './defect.ts';
import { interactiveShapes } from './interactive-shapes.ts';
import { table } from './table-shape.ts';

const shapes: Record<string, z.ZodType> = {
  ...contentShapes,
  ...containerShapes,
  ...interactiveShapes,
  table,
};

const tagged = z.looseObject({ tag: z.string() });

/** A component whose own properties are in order; its children are not looked at yet. */
export type Element = z.output<typeof tagged>;

/** Names the first thing that is wrong: unknown properties before bad values. */
export function defectOf(error: z.ZodError, path: string): Defect {
  const unknown = error.issues.find(({ code }) => code === 'unrecognized_keys');
  const issue = unknown ?? error.issues[0];
  const at = [path, ...(issue?.path ?? [])].join('.');
  if (issue?.code !== 'unrecognized_keys')
    return new Defect(defectCodes.unreadable, `parse card fail: ${issue?.message}`, at);
  return new Defect(defectCodes.unreadable, `unknown property, property: ${issue.keys.join(', ')}`, at);
}

/** Checks a component by itself: a known tag (200861), known properties, readable values (200621). */
export function checkElement(value: unknown, path: string): Element {
  const parsed = tagged.safeParse(value);
  if (!parsed.success) throw new Defect(defectCodes.unreadable, 'element has no tag', path);
  const shape = Object.hasOwn(shapes, parsed.data.tag) ? shapes[parsed.data.tag] : undefined;
  if (!shape) {
    throw new Defect(
      defectCodes.unsupportedTag,
      `cards of schema V2 no longer support this capability; unsupported tag ${parsed.data.tag}`,
      path,
    );
  }
  const result = shape.safeParse(value);
  if (!result.success) throw defectOf(result.error, path);
  return parsed.data;
}
