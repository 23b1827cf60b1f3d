import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
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

  it('knows every card file', () => {
    const files = readdirSync('cards', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.samples.ts'))
      .map((file) => basename(file, '.samples.ts').replaceAll('-', '_'));
    expect(files.length).toBeGreaterThan(20);
    // An id is `room.family.case`; a room's own file holds several families.
    const named = new Set(cardSamples.flatMap(({ id }) => id.split('.').slice(0, 2)));
    expect(files.filter((file) => !named.has(file))).toEqual([]);
  });

  it('says on every card of demonstration data that it is, and on no other', () => {
    const without = cardSamples.filter(({ card }) => !textOf(card).includes(demoLine)).map(({ id }) => id);
    expect(without).toEqual(['system.sentence.info']);
  });
});
