/** Why the platform refused, for the people who look after the bot (fact sheet §4.5). */
const words: Readonly<Record<number, string>> = {
  230002: '机器人不在这个群里',
  230006: '应用未启用机器人能力或未发布',
  230011: '消息已撤回',
  230013: '收件人不在应用的可用范围内，或已停用、离职',
  230018: '群设置不允许发送',
  230019: '话题已不存在',
  230022: '内容含敏感信息',
  230025: '内容超过长度上限',
  230027: '没有权限',
  230028: '内容未通过数据防泄漏审查',
  230029: '收件人已离职',
  230031: '消息发出已超过 14 天，不能再更新',
  230035: '被禁言、屏蔽或租户策略限制',
  230053: '收件人已退订机器人',
  230054: '该会话不允许这种消息',
  230099: '卡片不符合要求',
  230110: '消息已删除',
  230034: '收件人编号无效',
  232009: '群已解散',
  232011: '机器人不在这个群里',
  99991403: '本月接口调用额度已用完',
  99991672: '应用缺少权限',
};

/** The sentence that stands beside a refused message. */
export function refusalWords(code: number): string {
  return `平台拒收：${words[code] ?? '未说明原因'}（代码 ${code}）`;
}

/** Refusals of the card, not of the message: the same words as text may pass. */
export function isCardRefused(code: number): boolean {
  return code === 230025 || code === 230054 || code === 230099;
}

/** Refusals of the message that is answered, not of the answer: recalled, deleted, its topic gone or not to be answered in. */
export function isQuotedGone(code: number): boolean {
  return [230011, 230019, 230050, 230071, 230072, 230110].includes(code);
}
