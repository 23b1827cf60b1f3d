import { describe, expect, test } from 'vitest';
import { maySeeContact, sidesOf } from '#src/domain/enterprise/problem-side.ts';
import { type accounts, problemWorld } from '../../support/problem-world.ts';

const placed = { enterprise: 'E001', unit: 'U01', handler: 'C004' };

describe('what a person is to a problem of E001 that C004 of U01 handles', async () => {
  const world = await problemWorld();
  const expected: [keyof typeof accounts, string[], contact: boolean][] = [
    ['desk', ['desk'], true],
    ['otherDesk', ['desk'], true],
    ['handler', ['handler'], true],
    ['head', ['handler'], true],
    ['colleague', ['colleague'], false],
    ['otherHead', [], false],
    ['otherCadre', [], false],
    ['leader', [], false],
    ['admin', [], false],
    ['entrepreneur', ['entrepreneur'], false],
    ['partner', ['entrepreneur'], false],
    ['stranger', [], false],
    ['unbound', [], false],
  ];

  test.each(expected)('%s: %j, sees the contact: %s', async (who, sides, contact) => {
    const found = sidesOf(await world.as(who), placed);
    expect(found).toEqual(sides);
    expect(maySeeContact(found)).toBe(contact);
  });

  test('before it is assigned nobody of a unit has to do with it', async () => {
    const open = { ...placed, unit: null, handler: null };
    expect(sidesOf(await world.as('head'), open)).toEqual([]);
    expect(sidesOf(await world.as('leader'), open)).toEqual([]);
  });
});
