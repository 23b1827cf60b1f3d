import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expected, isRight, wrongItems } from '#src/domain/language/settling/judge.ts';
import { understand } from '#src/domain/language/understand.ts';
import { brief, calendar, hear, unitsOf, vocabulary } from './demo-language.ts';
import { listSentences } from './list-sentences.ts';
import { longReports } from './long-reports.ts';
import { moreSentences } from './more-sentences.ts';
import { saidToTheBot } from './said-to-the-bot.ts';
import { sentences } from './sentences.ts';
import { sureSentences } from './sure-sentences.ts';
import { tablesAndHeads } from './tables-and-heads.ts';

interface Labelled {
  id: string;
  now: string;
  sender: string;
  text: string;
  expect: Expected;
}

const labelled = (file: string): Labelled[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Labelled => JSON.parse(line));
const sample = labelled('data/demo/messages.sample.jsonl');
/** Written by an examiner who had not read the reader's code. */
const unseen = labelled('test/fixtures/messages.unseen.jsonl');

describe('understand', () => {
  it.each([...sample, ...unseen])(
    'understands $id of the data set: $text',
    ({ text, now, sender, expect: expected }) => {
      const units = unitsOf(sender);
      const got = understand({ text, now, units, calendar, vocabulary });
      expect(wrongItems(expected, got, units)).toEqual([]);
      expect({ got, right: isRight(expected, got, units) }).toMatchObject({ right: true });
    },
  );

  it.each([
    ...sentences,
    ...moreSentences,
    ...sureSentences,
    ...listSentences,
    ...longReports,
    ...tablesAndHeads,
    ...saidToTheBot,
  ])('understands %s', (row) => {
    const [unit = '', day = '', text = '', wanted] = row.split(' | ');
    const when = day.length === 5 ? `2026-${day}` : day;
    expect(brief(hear(text.replaceAll('\\n', '\n'), unit, when))).toBe(wanted);
  });

  it('keeps what was understood beside what it asks', () => {
    const got = hear('固投10月累计12.35', 'U36');
    expect(got).toMatchObject({ kind: 'ask', asks: [{ indicator: 'XM-01', unit: null, period: '2026-10' }] });
  });

  it('never throws, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '固投',
      '10月',
      '12.35',
      '亿',
      '%',
      '-',
      '，',
      '百分之',
      '高企',
      '文旅',
      '分别为',
      '1-',
      '负',
      '（',
      '）',
      '\n',
      '增',
      '点',
      '几',
      '前',
      '至',
      '第',
      '/',
      '99月99日',
      '２',
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(hear(typed, 'U36').kind).toMatch(/progress|ask/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['固', '固定资产头', '新增', '一', '1', '（', '城投', '规上工业增家值', '10月', '1,', '- ', '亿 '])(
    'reads 5,000 characters of %s in bounded time',
    (piece) => {
      const text = piece.repeat(Math.ceil(5000 / piece.length)).slice(0, 5000);
      const start = performance.now();
      hear(text, 'U36');
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});
