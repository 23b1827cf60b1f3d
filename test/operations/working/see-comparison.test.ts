import { expect, it } from 'vitest';
import type { Actor } from '#src/domain/people/actor.ts';
import { seeComparison } from '#src/operations/working/see-comparison.ts';
import { halfYearJoins, lateNovember } from '../../domain/assessment/small-book.ts';

it('names what moved an indicator most, so that the reason never contradicts the sign', () => {
  const actor: Actor = { openId: 'ou_C085', roles: ['assessment_office'], id: 'C085', name: '张萍' };
  const { lines } = seeComparison(halfYearJoins(), {
    ...{ unit: 'U01', periods: ['2026-05', '2026-06'], now: lateNovember },
    ...{ actor, place: { type: 'private', chatId: 'oc_p' } },
  });
  expect(lines.map(({ change, why }) => [change, why])).toEqual([
    ['-2.0000', '本期开始计入'],
    ['+2.0000', '得分率低于平均，权重占比变小'],
    ['-1.6000', '得分率高于平均，权重占比变小'],
  ]);
});
