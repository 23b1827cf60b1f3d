import type { Touched, TrailEntry } from '../trail.ts';
import { batchIn } from './batch-file.ts';
import type { Line } from './line.ts';

/** Fields that name what a document belongs to. */
const linking = ['id', 'unit', 'indicator', 'cadre', 'enterprise', 'person', 'handler', 'of'];

function touchedBy([collection, id, doc]: Line['ops'][number]): Touched {
  if (typeof doc !== 'object' || doc === null)
    return { collection, id, removed: true, fields: [], links: [id] };
  const filled = Object.entries(doc).filter(([, value]) => value !== null);
  const links = filled.flatMap(([name, value]) =>
    linking.includes(name) && typeof value === 'string' ? [value] : [],
  );
  return {
    collection,
    id,
    removed: false,
    fields: filled.map(([name]) => name),
    links: [...new Set([id, ...links])],
  };
}

/** What the trail shows of a line; batches are too large to be looked through. */
export function trailEntry({ seq, at, who, what, why, event, ops }: Line): TrailEntry {
  const documents = ops.filter((operation) => !batchIn(operation));
  const large = documents.length < ops.length;
  return { seq, at, who, what, why, event, touched: documents.map(touchedBy), large };
}
