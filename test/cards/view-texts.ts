/** Where a text stands in a view; places of a list's items are one place, `*`. */
export type Place = string;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place of a view at which a text stands, once, with the first text there. */
export function textPlaces(view: unknown, place: Place = ''): Map<Place, string> {
  if (typeof view === 'string') return new Map([[place, view]]);
  const found = new Map<Place, string>();
  if (!isRecord(view)) return found;
  for (const [key, value] of Object.entries(view)) {
    const inner = textPlaces(value, `${place}.${Array.isArray(view) ? '*' : key}`);
    for (const [where, text] of inner) if (!found.has(where)) found.set(where, text);
  }
  return found;
}

/** The view with every text at that place changed. */
export function changedAt(view: unknown, wanted: Place, change: (text: string) => string): unknown {
  const visit = (value: unknown, place: Place): unknown => {
    if (typeof value === 'string') return place === wanted ? change(value) : value;
    if (Array.isArray(value)) return value.map((item) => visit(item, `${place}.*`));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, visit(item, `${place}.${key}`)]),
    );
  };
  return visit(view, '');
}
