import { type CardProblem, checkShape, problem } from './shape-of.ts';
import { cellShapes, tableShape } from './shapes/data.ts';

/** What is wrong with a table's rows: keys that no column declares (200915), cells of another type than their column's (200914). */
export function checkTable(element: object, path: string): CardProblem[] {
  const table = tableShape.safeParse(element);
  if (!table.success) return [];
  const columns = new Map(table.data.columns.map((column) => [column.name, column]));
  const twice =
    columns.size < table.data.columns.length ? [problem('column_twice', `${path}.columns`, '')] : [];
  const cells = table.data.rows.flatMap((row, index) =>
    Object.entries(row).flatMap(([key, cell]) => {
      const column = columns.get(key);
      const at = `${path}.rows.${index}.${key}`;
      return column
        ? checkShape(cellShapes[column.data_type], cell, at)
        : [problem('undeclared_key', at, key)];
    }),
  );
  return [...twice, ...cells];
}
