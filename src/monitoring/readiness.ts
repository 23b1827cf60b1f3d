import type { Standing } from './monitored.ts';

/** Why no work can be taken now, in sentences for the operator; none: ready. */
export function unreadyReasons({
  storeReason,
  outboxRunning,
  identityKnown,
  stopping,
}: Standing): readonly string[] {
  if (stopping) return ['正在停止：不再接收新消息，已收到的处理完就退出。'];
  return [
    ...(storeReason === undefined ? [] : [storeReason]),
    ...(outboxRunning ? [] : ['发送队列没有运行：回复暂时发不出去。']),
    ...(identityKnown ? [] : ['还没有从平台取得机器人自己的身份：请检查网络、App ID 和 App Secret。']),
  ];
}
