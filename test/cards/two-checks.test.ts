import { describe, expect, test } from 'vitest';
import { cardSamples } from '#cards/index.ts';
import { checkCard } from '#cards/kit/check-card.ts';
import { checkCard as platformCheck } from '#src/emulator/open-api/card-check/check-card.ts';
import { refusedCards } from '../support/refused-cards.ts';

const isKnown = (openId: string) => openId.startsWith('ou_') && openId !== 'ou_stranger';

describe('our check before sending and the fake platform’s, written apart, agree', () => {
  test.each(cardSamples.map(({ id, card }) => [id, card]))('%s is taken by both', (_id, card) => {
    expect(checkCard(card)).toEqual([]);
    expect(platformCheck(card, isKnown)).toBeUndefined();
  });

  // Who exists only the platform knows: 100290 cannot be checked before sending.
  const checkable = refusedCards.filter(([, card, code]) => code !== 100290 && typeof card === 'object');
  test.each(checkable)('%s is refused by both', (_what, card) => {
    expect(checkCard(card as object)).not.toEqual([]);
    expect(platformCheck(card, isKnown)).toBeDefined();
  });
});
