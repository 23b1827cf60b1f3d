import { describe, expect, it } from 'vitest';
import { type PublishedTableView, publishedTableCard } from '#cards/published/published-table.ts';
import { rowsIn } from '../read-card.ts';

const row = {
  ...{ unit: 'U06', name: '区财政局', place: 3, score: '91.21', reported: 17, due: 22 },
  ...{ bonus: '0', deduction: '0', provisional: false, vetoed: false },
};
const view: PublishedTableView = {
  ...{ demo: true, asOf: '2026-11-20T09:58:00+08:00', ruleVersion: '2026-2' },
  ...{ id: '2026-10.T1.1', name: '发展攻坚赛道', period: '2026-10', edition: 1, hash: 'a'.repeat(64) },
  ...{ publishedBy: '张萍', publishedAt: '2026-11-20T10:00:00+08:00', changes: [], editions: [] },
  ...{ units: 1, limited: false, whole: true, mayExport: true, rows: [row] },
};

describe('a published table', () => {
  it('says of a unit with a veto that it is provisional, too, as the live table does', () => {
    const card = publishedTableCard({ ...view, rows: [{ ...row, vetoed: true, provisional: true }, row] });
    const states = rowsIn(card).map((each) => JSON.stringify(each.c3));
    expect(states[0]).toMatch(/一票否决.*暂列/);
    expect(states[1]).not.toMatch(/一票否决|暂列/);
  });
});
