import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardSamples } from '#cards/index.ts';
import { checkCard } from '#cards/kit/check-card.ts';
import { demoLine } from '#src/shared/frame-words.ts';
import { fieldsIn, textOf, valuesIn } from './read-card.ts';

describe.each(cardSamples.map((sample) => [sample.id, sample] as const))('%s', (_, { card }) => {
  it('would be taken by the platform', () => {
    expect(checkCard(card)).toEqual([]);
    expect(checkCard(JSON.parse(JSON.stringify(card)))).toEqual([]);
  });

  it('has fields of different names', () => {
    const names = fieldsIn(card);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has only buttons that say something or name their action', () => {
    for (const value of valuesIn(card)) {
      expect(String(value.say ?? value.action)).toMatch(/^(\/[a-z]+|[a-z]+\.[a-z_]+)/);
    }
  });

  it('shows no undefined, null or NaN', () => {
    expect(textOf(card)).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('the gallery', () => {
  it('lists every sample once', () => {
    const ids = cardSamples.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('knows every card file', async () => {
    const rooms = readdirSync('cards', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const files = rooms.flatMap(({ name }) =>
      readdirSync(`cards/${name}`)
        .filter((file) => file.endsWith('.samples.ts'))
        .map((file) => `${name}/${file}`),
    );
    expect(files.length).toBeGreaterThan(20);
    const known = new Set<unknown>(cardSamples);
    for (const file of files) {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ `../../cards/${file}`);
      const lists = Object.entries(module).filter(([name]) => name.endsWith('Samples'));
      const samples = lists.flatMap(([, list]) => (Array.isArray(list) ? list : []));
      expect(
        samples.filter((sample) => !known.has(sample)),
        file,
      ).toEqual([]);
      expect(samples.length, file).toBeGreaterThan(0);
    }
  });

  it('says on every card of demonstration data that it is, and on no other', () => {
    const without = cardSamples.filter(({ card }) => !textOf(card).includes(demoLine)).map(({ id }) => id);
    expect(without).toEqual(['system.sentence.info']);
  });
});
