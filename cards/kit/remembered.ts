import { hash } from 'node:crypto';
import type { Card } from './card.ts';
import type { Frame } from './frame.ts';

/** As many looks as people may ask for within a minute or two; the oldest goes first. */
const mostKept = 300;

const digests = new WeakMap<object, string>();

/** What a part of a view says, in few characters; a part that comes again, being made once for many, is not written as JSON again. */
function partKey(part: unknown): string {
  if (typeof part !== 'object' || part === null)
    return typeof part === 'string' ? `${part.length}'${part}` : `${part}`;
  const known = digests.get(part);
  if (known !== undefined) return known;
  const digest = hash('sha256', JSON.stringify(part), 'base64');
  digests.set(part, digest);
  return digest;
}

const toTheMinute = 'YYYY-MM-DDTHH:mm'.length;

function keyOf(view: Frame): string {
  let key = '';
  for (const [name, part] of Object.entries(view)) {
    key += `${name}:${partKey(name === 'asOf' ? String(part).slice(0, toTheMinute) : part)},`;
  }
  return key;
}

/**
 * A card builder that builds each look once: a card depends on its view alone, so the same view has the same card, whoever asks. Of the
 * as-of time the minute counts, since the foot shows no seconds. Nobody may change a view that was shown, or a card that was built.
 */
export function remembered<V extends Frame>(build: (view: V) => Card): (view: V) => Card {
  const kept = new Map<string, Card>();
  return (view) => {
    const key = keyOf(view);
    const found = kept.get(key);
    if (found) return found;
    const built = build(view);
    kept.set(key, built);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
    return built;
  };
}
