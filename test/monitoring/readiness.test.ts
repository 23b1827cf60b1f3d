import { expect, test } from 'vitest';
import type { Standing } from '#src/monitoring/monitored.ts';
import { unreadyReasons } from '#src/monitoring/readiness.ts';

const standing: Standing = {
  storeReason: undefined,
  outboxRunning: true,
  identityKnown: true,
  stopping: false,
};

test('nothing in the way is ready', () => {
  expect(unreadyReasons(standing)).toEqual([]);
});

test.each([
  [{ storeReason: '写日志失败（ENOSPC）' }, 'ENOSPC'],
  [{ outboxRunning: false }, '发送队列没有运行'],
  [{ identityKnown: false }, '没有从平台取得机器人自己的身份'],
  [{ stopping: true }, '正在停止'],
])('%o is a reason that the operator can act on', (part, words) => {
  expect(unreadyReasons({ ...standing, ...part })).toEqual([expect.stringContaining(words)]);
});

test('every reason is told at once, but a stop explains them all', () => {
  const bad = { ...standing, storeReason: '写日志失败', outboxRunning: false, identityKnown: false };
  expect(unreadyReasons(bad)).toHaveLength(3);
  expect(unreadyReasons({ ...bad, stopping: true })).toHaveLength(1);
});
