import { expect, it } from 'vitest';
import { buildBook } from '#src/domain/assessment/scoring/book.ts';
import { columnOf, columnPoints, scoreInOrder } from '#src/domain/assessment/scoring/column-of.ts';
import { scoreMoment } from '#src/domain/assessment/scoring/score-moment.ts';
import { demonstration } from '../../../bench/big-district.ts';

const asked = { period: '2026-10', now: '2026-11-22T09:00:00+08:00' };

it('points made in the order of the documents are those each column makes by itself', () => {
  const documents = demonstration();
  const pointsOf = (inOrder: boolean) => {
    const book = buildBook(documents);
    const { counting } = scoreMoment(book, asked);
    return book.input.units.map(({ id }) => {
      const group = book.groupOf(id, 2026);
      const columns = [...(group?.peers.values() ?? [])].flatMap((peers) => {
        const q = counting[peers.indicator.frequency]?.q;
        return q === undefined ? [] : [{ peers, column: columnOf(book, peers, q) }];
      });
      if (group && inOrder) scoreInOrder(group, columns);
      return columns.map(({ peers, column }) => [...columnPoints(peers, column)]);
    });
  };
  const points = pointsOf(true);
  expect(points.flat(2).filter((each) => each !== undefined).length).toBeGreaterThan(1000);
  expect(points).toEqual(pointsOf(false));
});
