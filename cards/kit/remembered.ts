import { hash } from 'node:crypto';
import type { Card } from './card.ts';
import type { Frame } from './frame.ts';

/** As many looks as people may ask for within a minute or two; the oldest goes first. */
const mostKept = 300;

const digests = new WeakMap<object, string>();

/** What is shown, in few characters; what comes again, being made once for many, is not written as JSON again. */
function digestOf(shown: object): string {
  const known = digests.get(shown);
  if (known !== undefined) return known;
  const digest = hash('sha256', JSON.stringify(shown), 'base64');
  digests.set(shown, digest);
  return digest;
}

const toTheMinute = 'YYYY-MM-DDTHH:mm'.length;

/** What a remembered card is made of. */
interface Shown extends Frame {
  /** Made once for many, and never changed. */
  readonly shown: object;
  readonly page: number;
}

/**
 * A card builder that builds each look once: a card depends on its view alone, so the same view has the same card, whoever asks. Of the
 * as-of time the minute counts, since the foot shows no seconds. Nobody may change what was shown, or a card that was built.
 */
export function remembered<V extends Shown>(build: (view: V) => Card): (view: V) => Card {
  const kept = new Map<string, Card>();
  return (view) => {
    const { demo, asOf = '', ruleVersion = '', page, shown } = view;
    const key = `${demo} ${asOf.slice(0, toTheMinute)} ${page} ${digestOf(shown)} ${ruleVersion}`;
    const found = kept.get(key);
    if (found) return found;
    const built = build(view);
    kept.set(key, built);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
    return built;
  };
}
