import { describe, expect, test } from 'vitest';
import { collectionWord } from '#cards/system/audit-words.ts';
import { collectionsCalled, fitsFilter, topicWords } from '#src/operations/trail/trail-filter.ts';
import { collections } from '#src/store/collections.ts';

describe('the words of the audit trail', () => {
  test.each(Object.keys(collections))('%s has a Chinese word, and is found by it', (name) => {
    const word = collectionWord(name);
    expect(word).not.toBe('其他资料');
    expect(collectionsCalled(word)).toContain(name);
  });

  test.each([
    ['对标', 'benchmarks'],
    ['对标值', 'benchmarks'],
    ['加减分', 'adjustment_proposals'],
    ['等次', 'grade_proposals'],
    ['账期', 'period_locks'],
    ['干部', 'cadres'],
    ['目标', 'assignments'],
  ])('%s finds %s', (word, name) => {
    expect(collectionsCalled(word)).toContain(name);
    const entry = {
      ...{ seq: 1, at: '2026-11-06T09:00:00+08:00', who: 'ou_1', what: 'say', why: undefined, large: false },
      touched: [{ collection: name, id: '1', links: [], fields: [], removed: false }],
    };
    expect(fitsFilter(entry, { collections: collectionsCalled(word) })).toBe(true);
    expect(fitsFilter(entry, { collections: ['problems'] })).toBe(false);
  });

  test('every topic of the form’s list is known, a single character and a name are none', () => {
    for (const topic of topicWords.filter((word) => !['审计', '导出', '导入', '全部'].includes(word)))
      expect(collectionsCalled(topic)).toBeDefined();
    expect(collectionsCalled('标')).toBeUndefined();
    expect(collectionsCalled('许美玲')).toBeUndefined();
    expect(collectionsCalled('constructor')).toBeUndefined();
  });
});
