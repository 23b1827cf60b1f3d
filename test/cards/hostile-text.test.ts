import { describe, expect, it } from 'vitest';
import { checkCard } from '#cards/kit/check-card.ts';
import { plainTextOf } from '#src/reply/plain-text.ts';
import { textMessage } from '#src/reply/prepare-message.ts';
import { literalsOf, sourcesOf } from './read-card.ts';
import { type RecordedCard, recordCards } from './recorded-cards.ts';
import { changedAt, textPlaces } from './view-texts.ts';

/** Short enough that places which cut their text still hold them whole; each begins a text, since some markup counts only there. */
const attacks = [
  '<at id=all></at>[a](b)',
  '</font><at id=all>~~',
  '&#60;at&#62;**_`![](i)',
  '```\n# 大\n- 一\n| a |',
  '<font color=red>www.x.cn',
  ['{{x}}$', '{y} :OK: <a href=x>'].join(''),
  '\u202e\u0000\u001b[31m\ud800\u2028',
];

const { samples, recorded } = await recordCards();
const isChinese = (text: string) => /[\u4e00-\u9fff]/.test(text);

/** Only our own markup may be left: line breaks, `<font>` that the kit itself opens and closes, bold. */
function expectOnlyText(card: object): void {
  for (const source of sourcesOf(card)) {
    expect(source).not.toMatch(/<(?!br>|font color='[a-z-]+'>|\/font>)/);
    expect(source).not.toMatch(/\]\(|~~|`|_|\n[#|-]|&(?!#\d+;)|\$|\{|www\.|:OK:/);
    expect((source.match(/<font/g) ?? []).length).toBe((source.match(/<\/font>/g) ?? []).length);
    expect(source).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
  }
  for (const literal of literalsOf(card))
    expect(literal).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
}

/** Instants, days, periods, decimals and words of code: nobody writes them, so a view that holds another may not be drawn at all. */
const byMachine = /^(\d{4}(-\d\d|Q\d|H\d)?\S*|-?\d+(\.\d+)?|[a-z_]+)$/;

function drawn({ render, view }: RecordedCard, place: string, change: (text: string) => string) {
  try {
    return render(changedAt(view, place, change));
  } catch (error) {
    return error;
  }
}

it('every sample is known by its function and its view', () => {
  expect(recorded.map(({ id }) => id)).toEqual(samples.map(({ id }) => id));
});

/** What is too large goes as plain text instead (`prepareMessage`); for anything else the platform would refuse it. */
const faultsOf = (card: object) => checkCard(card).map(({ code }) => code);
const onlySize = (codes: readonly string[]) => codes.filter((code) => code !== 'too_many_bytes');
const roomy = 4000;

describe.each(recorded.map((one) => [one.id, one] as const))('%s', (_, one) => {
  const places = [...textPlaces(one.view)];
  const spoilt = (words: string) =>
    one.render(
      places
        .filter(([, text]) => isChinese(text))
        .reduce((view, [place]) => changedAt(view, place, (text) => words + text), one.view),
    );

  it('shows attacks before every text as text, never as markup', () => {
    for (const attack of attacks) {
      const card = spoilt(attack);
      expect(onlySize(faultsOf(card))).toEqual([]);
      expectOnlyText(card);
      expect(textMessage(plainTextOf(card)).content).not.toMatch(/<|>|\]\(/);
    }
  });

  it('shows no markup in place of any text that it holds, whoever writes it', () => {
    for (const [place, text] of places) {
      const card = drawn(one, place, () => attacks.join(''));
      if (card instanceof Error) expect(text, `${place}: ${card.message}`).toMatch(byMachine);
      else expectOnlyText(card as object);
    }
  });

  it('is refused for nothing but its size, and fits while it is short, when every text has 200 characters more', () => {
    const isShort = JSON.stringify(one.render(one.view)).length < roomy;
    const codes = faultsOf(spoilt('长'.repeat(200)));
    expect(isShort ? codes : onlySize(codes)).toEqual([]);
  });
});
