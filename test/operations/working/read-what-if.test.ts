import { describe, expect, it } from 'vitest';
import { overtake } from '#src/domain/assessment/roadmap/overtake.ts';
import { buildVocabulary } from '#src/domain/language/understand.ts';
import type { Actor } from '#src/domain/people/actor.ts';
import { readWhatIf } from '#src/operations/working/read-what-if.ts';
import { seeWhatIf } from '#src/operations/working/see-what-if.ts';
import { whatIfExample } from '#src/operations/working/what-if-example.ts';
import { compare, rational } from '#src/shared/rational.ts';
import { bookOf } from '../../domain/assessment/compare-with-oracle.ts';
import { demoWorld } from '../../domain/assessment/demo-world.ts';

const now = '2026-11-22T09:00:00+08:00';
const book = bookOf(demoWorld());
const { input } = book;
const vocabulary = buildVocabulary({ ...input, cadres: [] });
const { calendar } = input;
const leader: Actor = { openId: 'ou_x', roles: ['district_leader'], id: 'C002', name: '区长' };
const cadreOf = (unit: string) => ({
  ...{ id: 'C999', name: '某人', unit, unit_name: '', post: '科长', rank: '', posts: [], post_since: '' },
  roles: ['cadre' as const],
});
const read = (text: string) => readWhatIf({ text, now, book, vocabulary, calendar, actor: leader });

describe('the example of a what-if', () => {
  it('works for the people of every unit, and for who sees all', () => {
    const people: Actor[] = input.units.map(({ id }) => ({
      ...leader,
      roles: ['cadre'],
      cadre: cadreOf(id),
    }));
    for (const actor of [leader, ...people]) {
      const asking = { now, book, vocabulary, calendar, actor };
      const read = readWhatIf({ ...asking, text: whatIfExample(asking).replace('/测算 ', '') });
      const place = { type: 'private' as const, chatId: 'oc_x' };
      const [first] = seeWhatIf(book, { supposed: [], period: '2026-10', ...read, now, actor, place }).items;
      expect(first?.points, actor.cadre?.unit ?? 'all').not.toBeNull();
    }
  });
});

describe('what the road map’s button says', () => {
  it('is understood as it was meant, for every unit and each of its options', () => {
    const wrong = input.units.flatMap(({ id, short_name }) => {
      const { options } = overtake(book, { unit: id, period: '2026-10', now });
      return options.flatMap(({ indicator, needed }) => {
        const said = `${short_name} 2026年10月 ${indicator.name} ${needed}${indicator.measure}`;
        try {
          const { supposed = [], period } = read(said) ?? {};
          const [first, ...others] = supposed;
          const fits =
            first?.unit === id &&
            first.indicator === indicator.code &&
            compare(rational(first.value), rational(needed)) === 0;
          return fits && others.length === 0 && period === '2026-10' ? [] : [[said, supposed]];
        } catch (error) {
          return [[said, String(error)]];
        }
      });
    });
    expect(wrong).toEqual([]);
  });
});
