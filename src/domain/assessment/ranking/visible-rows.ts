/** What a viewer may see of a list: everything, or the first five and two neighbours each side of these units. */
export type Visibility =
  | { readonly kind: 'all' }
  | { readonly kind: 'top'; readonly around: readonly string[] };

const shownFirst = 5;
const neighbours = 2;

interface Row {
  readonly unit: { readonly id: string };
  readonly place: number | null;
}

/** The rows of one list, in its order, that may be shown (domain §8). A tie at the fifth place comes in whole. */
export function visibleRows<R extends Row>(rows: readonly R[], visibility: Visibility): R[] {
  if (visibility.kind === 'all') return [...rows];
  const own = rows.flatMap((row, index) => (visibility.around.includes(row.unit.id) ? [index] : []));
  return rows.filter(
    (row, index) =>
      (row.place !== null && row.place <= shownFirst) || own.some((at) => Math.abs(at - index) <= neighbours),
  );
}
