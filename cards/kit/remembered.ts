import type { Card } from './card.ts';
import type { Frame } from './frame.ts';

/** As many looks as people may ask for within a minute or two; the oldest goes first. */
const mostKept = 300;

const texts = new WeakMap<object, string>();

/** The JSON of a part of a view; a part that comes again, being made once for many, is not written again. */
function textOf(part: unknown): string {
  if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? '';
  const text = texts.get(part) ?? JSON.stringify(part);
  texts.set(part, text);
  return text;
}

function keyOf(view: Frame): string {
  const asOf = view.asOf?.slice(0, 'YYYY-MM-DDTHH:mm'.length);
  return Object.entries({ ...view, asOf })
    .map(([name, part]) => `${name}:${textOf(part)}`)
    .join();
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
