import type { Card } from './card.ts';
import type { Frame } from './frame.ts';

/** As many looks as people may ask for within a minute or two; the oldest goes first. */
const mostKept = 300;

/**
 * A card builder that builds each look once: a card depends on its view alone, so the same view has the same card, whoever asks. Of the
 * as-of time the minute counts, since the foot shows no seconds. Nobody may change a card that was built.
 */
export function remembered<V extends Frame>(build: (view: V) => Card): (view: V) => Card {
  const kept = new Map<string, Card>();
  return (view) => {
    const key = JSON.stringify({ ...view, asOf: view.asOf?.slice(0, 'YYYY-MM-DDTHH:mm'.length) });
    const found = kept.get(key);
    if (found) return found;
    const built = build(view);
    kept.set(key, built);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
    return built;
  };
}
