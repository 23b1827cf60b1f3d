import { readdirSync } from 'node:fs';
import { vi } from 'vitest';
import type { Card } from '#cards/kit/card.ts';
import type { CardSample } from '#cards/samples.ts';

/** A sample with the function that drew it and the view it was drawn from. */
export interface RecordedCard {
  readonly id: string;
  readonly render: (view: unknown) => Card;
  readonly view: unknown;
}

type Drawing = (...args: unknown[]) => unknown;

const folders = () =>
  readdirSync('cards', { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'kit',
  );

/** Every file that may export a card. */
function cardFiles(): string[] {
  return folders().flatMap(({ name }) =>
    readdirSync(`cards/${name}`)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.samples.ts'))
      .map((file) => `${name}/${file}`),
  );
}

/** Loads all samples with every exported `…Card` function watched, so that each sample is known by function and view; a new card needs no line anywhere. */
export async function recordCards(): Promise<{ samples: readonly CardSample[]; recorded: RecordedCard[] }> {
  const drawn = new Map<unknown, { render: Drawing; view: unknown }>();
  const watched =
    (draw: Drawing): Drawing =>
    (...args) => {
      const made = draw(...args);
      // A card drawn by way of another is known by the outer one, which returns last.
      drawn.set(made, { render: draw, view: args[0] });
      return made;
    };
  for (const file of cardFiles()) {
    vi.doMock(`../../cards/${file}`, async (original) => {
      const exports = await original<Record<string, unknown>>();
      const entries = Object.entries(exports).map(([name, value]) => [
        name,
        name.endsWith('Card') && typeof value === 'function' ? watched(value as Drawing) : value,
      ]);
      return Object.fromEntries(entries);
    });
  }
  const { cardSamples } = await import('#cards/index.ts');
  const recorded = cardSamples.flatMap(({ id, card }) => {
    const known = drawn.get(card);
    return known ? [{ id, render: (view: unknown) => known.render(view) as Card, view: known.view }] : [];
  });
  return { samples: cardSamples, recorded };
}
