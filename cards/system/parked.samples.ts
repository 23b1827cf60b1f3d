import type { CardSample } from '../samples.ts';
import { parkedCard, parkedDigestCard } from './parked.ts';
import { parkedDropCard, parkedTwiceCard } from './parked-ask.ts';
import type { ParkedView } from './parked-view.ts';

const refused = {
  id: 'msg_1',
  to: '区财政局的单位群',
  kind: 'card' as const,
  since: '2026-11-05T16:20:00+08:00',
  reason: '平台拒收：机器人不在这个群里（代码 230002）',
  code: 230002,
  mayRetry: true,
  mayDouble: false,
};

const unknown = {
  ...refused,
  id: 'msg_2',
  to: '许美玲（区财政局）',
  about: 'draft' as const,
  since: '2026-11-06T08:41:00+08:00',
  reason: '结果不明：平台没有回应是否已送达，为避免重复不再自动发送',
  code: null,
  mayDouble: true,
};

const tried = {
  ...refused,
  id: 'msg_3',
  to: '蓝鲸智能',
  about: 'problem' as const,
  kind: 'update' as const,
  reason: '试了 30 次都没有成功（代码 500）',
  code: 500,
};

const asText = {
  ...refused,
  id: 'msg_4',
  reason: '平台拒收：卡片不符合要求（代码 230099），已改发文字',
  code: 230099,
  mayDouble: true,
};
const erased = { ...unknown, id: 'msg_5', reason: '内容已按要求销毁，没有发送', mayRetry: false };

const usual: ParkedView = { demo: true, page: 1, messages: [refused, unknown, tried] };

const longName = '云澜高新技术产业开发区管理委员会行政审批和政务服务数据管理局的单位群';
const longest: ParkedView = {
  demo: true,
  page: 2,
  messages: Array.from({ length: 40 }, (_, index) => [
    { ...refused, to: longName, id: `msg_a${index}` },
    { ...unknown, to: `欧阳建国（${longName}）`, id: `msg_b${index}` },
    { ...tried, reason: '平台拒收：未说明原因'.repeat(20), id: `msg_c${index}` },
    { ...asText, id: `msg_d${index}` },
    { ...erased, id: `msg_e${index}` },
  ]).flat(),
};

/** Parked messages in their cases. */
export const parkedSamples: readonly CardSample[] = [
  { id: 'system.parked.usual', title: '滞留消息', card: parkedCard(usual) },
  { id: 'system.parked.longest', title: '滞留消息：200 条', card: parkedCard(longest) },
  { id: 'system.parked.empty', title: '没有滞留消息', card: parkedCard({ ...usual, messages: [] }) },
  {
    id: 'system.parked.twice',
    title: '可能已经送达',
    card: parkedTwiceCard({ demo: true, message: unknown, page: 1 }),
  },
  {
    id: 'system.parked.drop',
    title: '放弃发送',
    card: parkedDropCard({ demo: true, message: { ...refused, to: longName }, page: 1 }),
  },
  {
    id: 'system.parked.digest',
    title: '滞留提醒',
    card: parkedDigestCard({ demo: true, count: 12, since: refused.since }),
  },
];
