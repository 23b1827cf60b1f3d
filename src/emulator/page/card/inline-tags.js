import { el } from '../dom.js';
import { colourClass } from './colours.js';
import { personNode } from './person.js';
import { safeLink } from './safe-link.js';

function mention(attributes, card) {
  const ids = (attributes.ids ?? attributes.id ?? attributes.user_id ?? '').split(',');
  return ids.map((id) =>
    el('span', { class: 'mention' }, `@${id === 'all' ? '所有人' : (card.nameOf(id) ?? '未知用户')}`),
  );
}

function localTime({ millisecond, format_type: format }) {
  const date = new Date(Number(millisecond));
  if (Number.isNaN(date.getTime())) return '';
  const isTime = format === 'time' || format === 'time_sec';
  return isTime
    ? date.toLocaleTimeString('zh-CN')
    : date.toLocaleDateString('zh-CN', { dateStyle: format === 'date' ? 'long' : 'short' });
}

/** The tags that markdown may hold (fact sheet §3.4): name → what it draws. Anything else stays text. */
export const inlineTags = {
  font: ({ attributes, inside }) => el('span', { class: ['font', colourClass(attributes.color)] }, inside()),
  text_tag: ({ attributes, inside }) =>
    el('span', { class: ['text-tag', colourClass(attributes.color ?? 'neutral')] }, inside()),
  number_tag: ({ inside }) => el('span', { class: 'number-tag' }, inside()),
  at: ({ attributes, card }) => mention(attributes, card),
  person: ({ attributes, card }) =>
    personNode(attributes.id, card, {
      showName: attributes.show_name !== 'false',
      showAvatar: attributes.show_avatar !== 'false',
      capsule: attributes.style === 'capsule',
    }),
  a: ({ attributes, inside }) => safeLink(attributes.href ?? '', inside()),
  link: ({ attributes, inside }) => safeLink(attributes.url ?? attributes.pc_url ?? '', inside()),
  local_datetime: ({ attributes }) => localTime(attributes),
  raw: ({ source }) => source,
};
