import type { ParkedView } from './parked-view.ts';

type Message = ParkedView['messages'][number];

const kinds = { card: '卡片', text: '文字消息', update: '卡片更新' };
const subjects = { draft: '上报', problem: '诉求' };

/** What kind of message it is, never what it says. */
export function parkedKind({ kind, about }: Pick<Message, 'kind' | 'about'>): string {
  return `${about === undefined ? '' : subjects[about]}${kinds[kind]}`;
}

const notForThem = '重试也不会成功。请点“放弃”。';
const badContent = '内容被平台拒绝，重试多半仍不成功。请把代码告诉维护人员，再点“放弃”。';

/** What the administrator can do about a refusal (fact sheet §4.5). */
const advice: Readonly<Record<number, string>> = {
  230002: '请先把机器人加回这个群，再点“重试”。',
  232011: '请先把机器人加回这个群，再点“重试”。',
  230006: '请在开放平台启用机器人能力并发布版本，再点“重试”。',
  230013: '请在开放平台把对方加入可用范围并发布；对方已离职的点“放弃”。',
  230018: '请群主允许机器人发言，再点“重试”。',
  230035: '请群主或对方解除禁言、屏蔽，再点“重试”。',
  230053: '请对方在机器人会话里重新允许接收消息，再点“重试”。',
  230027: '请在开放平台补齐权限并发布版本，再点“重试”。',
  99991672: '请在开放平台补齐权限并发布版本，再点“重试”。',
  99991403: '请等额度恢复或联系飞书扩容，再点“重试”。',
  230022: badContent,
  230025: badContent,
  230028: badContent,
  230099: badContent,
  230011: '原卡片已撤回，无需更新。请点“放弃”。',
  230110: '原卡片已删除，无需更新。请点“放弃”。',
  230031: '原卡片超过 14 天，请对方重新发命令取得新卡片，再点“放弃”。',
  230029: notForThem,
  230034: notForThem,
  232009: notForThem,
};

/** What to do next about a parked message, in a sentence. */
export function parkedAdvice({ code, mayRetry, mayDouble }: Message): string {
  if (!mayRetry) return notForThem;
  if (mayDouble && code === null) return '请先问对方是否已收到：收到了点“放弃”，没收到再点“重试”。';
  if (mayDouble) return '对方已收到文字版。请把代码告诉维护人员，再点“放弃”。';
  return (code === null ? undefined : advice[code]) ?? '平台恢复后点“重试”；仍不成功请联系维护人员。';
}
