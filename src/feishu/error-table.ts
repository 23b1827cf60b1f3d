import type { FailureKind } from './feishu.ts';

/** What one code of the platform means for us; `reason` is for the administrator. */
export interface Meaning {
  readonly kind: FailureKind;
  readonly reason: string;
  /** How long to wait where the platform says nothing, in ms. */
  readonly waitMs?: number;
}

const refused = (reason: string): Meaning => ({ kind: 'refused', reason });
const retry = (reason: string): Meaning => ({ kind: 'retry', reason });
const limited = (reason: string, waitMs: number): Meaning => ({ kind: 'limited', reason, waitMs });
const unknown = (reason: string): Meaning => ({ kind: 'unknown', reason });

/** Code → meaning (fact sheet §4.1, §4.5, §4.6, §4.10, §4.11). A code that is not here is refused: repeating what is not understood harms. */
export const errorTable: ReadonlyMap<number, Meaning> = new Map([
  [230001, refused('请求参数不合法')],
  [230002, refused('机器人不在该群里')],
  [230006, refused('应用未启用机器人能力或未发布')],
  [230011, refused('消息已被撤回')],
  [230013, refused('对方不在应用可用范围内、已停用或已离职')],
  [230015, refused('单聊卡片不能转发')],
  [230017, refused('图片或文件不是本应用上传的')],
  [230018, refused('群设置不允许该操作')],
  [230019, refused('话题已不存在')],
  [230020, limited('发送过于频繁，被平台限流', 1_000)],
  [230022, refused('内容含敏感信息，被平台拒绝')],
  [230025, refused('消息过长')],
  [230027, refused('缺少权限，或该群是外部群而应用未开通对外共享')],
  [230028, refused('内容被防泄漏审计拦截（如含明文手机号、邮箱）')],
  [230029, refused('对方已离职')],
  [230031, refused('卡片发出已超过 14 天，不能再更新')],
  [230034, refused('接收者编号无效')],
  [230035, refused('被禁言、机器人被屏蔽或租户策略不允许')],
  [230036, refused('租户已注销')],
  [230038, refused('不允许跨租户单聊')],
  // The first try with this uuid is still under way, so it may yet happen: never blind, only with the same uuid.
  [230049, unknown('同一条消息正在发送')],
  [230050, refused('机器人看不到该消息')],
  [230053, refused('对方已停止接收机器人的消息')],
  [230054, refused('该互通群不支持卡片消息')],
  [230055, refused('文件类型不符')],
  [230071, refused('该会话不支持话题回复，或不是本应用发送的消息')],
  [230072, refused('该消息不能在话题里回复，或修改次数已用完')],
  [230075, refused('密聊不支持机器人')],
  [230110, refused('消息已被删除')],
  [232009, refused('群已解散')],
  [232010, refused('不允许跨租户操作群')],
  [232011, refused('机器人不在该群里')],
  [232025, refused('应用未启用机器人能力')],
  [232033, refused('外部群里没有该能力')],
  [232034, refused('应用未启用')],
  [11232, limited('平台发送高峰限流', 5_000)],
  [11233, limited('平台发送高峰限流', 5_000)],
  [11247, refused('今日批量发送已达上限')],
  [99991400, limited('调用过于频繁，被平台限流', 1_000)],
  // Whether the server stopped before or after the act is not said.
  [2200, unknown('平台内部错误')],
  [5000, unknown('平台内部错误')],
  [1000004, unknown('平台内部错误或限流')],
  [1000005, unknown('平台内部错误或限流')],
  [90217, unknown('平台内部错误或限流')],
  [99991661, retry('请求缺少访问凭证')],
  [99991663, retry('访问凭证无效或已过期')],
  [99991671, retry('访问凭证格式不对')],
  [99991672, refused('应用缺少所需权限，请在开放平台开通并发布')],
  [99991668, refused('用户凭证无效')],
  [99991677, refused('用户凭证已过期')],
  [99991401, refused('本机 IP 不在应用的白名单里')],
  [99991403, refused('本月接口调用额度已用完')],
  [10014, refused('应用未授权或未启用，或应用凭证不对')],
  [40004, refused('部门不在应用的通讯录权限范围内')],
  [41012, refused('人员编号无效')],
  [41050, refused('人员不在应用的通讯录权限范围内')],
  [99992361, refused('该人员编号属于另一个应用')],
]);

/** The tenant token is no good (fact sheet §4.1): a new one may help, once. */
export const tokenCodes: ReadonlySet<number> = new Set([99991661, 99991663, 99991671]);

/** Why a card was not taken: the code inside the message of 230099 (fact sheet §3.9). */
export const cardReasons: ReadonlyMap<number, string> = new Map([
  [100290, '卡片里的人员编号无效'],
  [11310, '卡片元素或表格过多，或模板不可见'],
  [200380, '卡片模板不存在'],
  [200381, '没有使用该卡片模板的权限'],
  [200550, '卡片图表的定义不合法'],
  [200570, '卡片图片编号无效或属于另一个应用'],
  [200621, '卡片 JSON 不合法或含未知属性'],
  [200732, '卡片模板变量不合法'],
  [200737, '卡片模板变量不合法'],
  [200861, '卡片含 2.0 不支持的组件'],
  [200914, '卡片表格的行不合法'],
  [200915, '卡片表格的列未声明'],
  [300220, '卡片音频不合法'],
  [300230, '卡片音频不合法'],
  [300240, '卡片音频不合法'],
]);
