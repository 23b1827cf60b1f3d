import { z } from 'zod';
import { Defect, defectCodes } from './defect.ts';

const axes = ['xField', 'yField'];
const parts = ['categoryField', 'valueField'];

/** The chart types that the platform documents, with the fields each cannot do without. */
const neededFields: Record<string, readonly string[]> = {
  line: axes,
  area: axes,
  bar: axes,
  scatter: axes,
  pie: parts,
  radar: parts,
  funnel: parts,
  wordCloud: ['nameField', 'valueField'],
  linearProgress: axes,
  circularProgress: parts,
  common: ['series'],
};

const spec = z.looseObject({ type: z.string() });
const values = z.looseObject({ values: z.array(z.unknown()) });
const data = z.union([values, z.array(values).min(1)]);

/** Where and why VChart could not draw it; undefined when it could. */
function flawOf(chartSpec: unknown): { at: string; why: string } | undefined {
  const parsed = spec.safeParse(chartSpec);
  if (!parsed.success) return { at: '', why: 'needs an object with a type' };
  const needed = neededFields[parsed.data.type];
  if (!needed) return { at: '.type', why: `unknown type ${parsed.data.type}` };
  const missing = needed.find((field) => parsed.data[field] === undefined);
  if (missing) return { at: `.${missing}`, why: 'missing' };
  return data.safeParse(parsed.data.data).success ? undefined : { at: '.data', why: 'needs {values: […]}' };
}

/** Refuses a chart_spec that VChart 1.10 could not draw (200550, with the path). */
export function checkChart(chartSpec: unknown, path: string): void {
  const flaw = flawOf(chartSpec);
  if (!flaw) return;
  const { at, why } = flaw;
  throw new Defect(
    defectCodes.badChart,
    `chart spec is invalid, ErrPath: ${path}.chart_spec${at}: ${why}`,
    at,
  );
}
