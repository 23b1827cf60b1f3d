import { z } from 'zod';
import { Defect, defectCodes } from './defect.ts';
import { cells, table } from './table-shape.ts';

const row = z.record(z.string(), z.unknown());

/** Refuses rows that are no objects or have a cell of the wrong kind (200914), or a key that no column declares (200915). */
export function checkTableRows(element: object, path: string): void {
  const { columns, rows } = table.parse(element);
  const byName = new Map(columns.map((column) => [column.name, column]));
  for (const [index, each] of rows.entries()) {
    const at = `${path}.rows[${index}]`;
    const parsed = row.safeParse(each);
    if (!parsed.success) throw new Defect(defectCodes.badRow, 'table row is not an object', at);
    for (const [key, value] of Object.entries(parsed.data)) {
      const column = byName.get(key);
      if (!column)
        throw new Defect(defectCodes.undeclaredKey, `table row key is not declared in columns: ${key}`, at);
      const fits = cells[column.data_type].safeParse(value).success;
      if (!fits) throw new Defect(defectCodes.badRow, `table cell is not a ${column.data_type}: ${key}`, at);
    }
  }
}
