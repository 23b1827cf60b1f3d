import { expect, test } from 'vitest';
import { rowHeight } from '#src/documents/writing/row-height.ts';

test('a row is as high as its longest text needs in its column; Chinese takes twice the room', () => {
  const one = rowHeight([]);
  expect(rowHeight([{ text: '固定资产投资', width: 20 }])).toBe(one);
  const two = rowHeight([{ text: '固定资产投资增速', width: 12 }]);
  expect(two).toBeGreaterThan(one);
  expect(rowHeight([{ text: 'abcdefghij', width: 12 }])).toBe(one);
  const rows = [
    { text: '目标完成率', width: 40 },
    { text: '综合赋分（50%×分档赋分（≥74.6得1；≥68得0.9；≥62得0.75；≥50得0.6）＋50%×名次赋分）', width: 40 },
  ];
  expect(rowHeight(rows) - one).toBe(2 * (two - one));
});
