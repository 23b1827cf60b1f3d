import { describe, expect, test } from 'vitest';
import { checkCard } from '#src/emulator/open-api/card-check/check-card.ts';
import { cardParts, refusedCards } from '../support/refused-cards.ts';
import { sampleCards } from './sample-cards.ts';

const isKnown = (openId: string) => openId.startsWith('ou_') && openId !== 'ou_stranger';
const { cardOf, markdown, submit, form, columns, table, nested } = cardParts;

test.each(sampleCards.map(({ id, card }) => [id, card]))('the sample %s is taken', (_id, card) => {
  expect(checkCard(card, isKnown)).toBeUndefined();
});

test.each([
  ['an empty body', cardOf()],
  ['five tables', cardOf(...Array.from({ length: 5 }, () => table([])))],
  ['200 elements', cardOf(...Array.from({ length: 200 }, () => markdown('x')))],
  ['five levels', cardOf(nested(5))],
  ['a form with everything named', cardOf(form({ tag: 'input', name: 'a' }, columns(submit)))],
  [
    'an @ of someone known',
    cardOf(markdown('<at id=ou_cadre></at> <at id=all></at> <at ids=ou_a,ou_b></at>')),
  ],
  [
    'a person tag of someone unknown, which only shows 未知用户',
    cardOf(markdown("<person id='ou_stranger'></person>")),
  ],
  [
    'a pie',
    cardOf({
      tag: 'chart',
      chart_spec: { type: 'pie', data: [{ values: [] }], valueField: 'v', categoryField: 'c' },
    }),
  ],
])('%s is taken', (_what, card) => {
  expect(checkCard(card, isKnown)).toBeUndefined();
});

describe('what the platform refuses', () => {
  test.each(refusedCards)('%s', (_what, card, code) => {
    expect(checkCard(card, isKnown)?.code).toBe(code);
  });
});

test('an unknown property is named with its place', () => {
  const defect = checkCard(cardOf(markdown('a'), { ...markdown('b'), href: {} }), isKnown);
  expect(defect?.message).toBe('unknown property, property: href');
  expect(defect?.value).toBe('body.elements[1]');
});
