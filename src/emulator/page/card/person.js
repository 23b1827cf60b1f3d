import { avatar, el } from '../dom.js';

/** A person's name, with a picture when asked for; an unknown id shows as the client shows it. */
export function personNode(openId, card, { showName = true, showAvatar = true, capsule = false } = {}) {
  const name = card.nameOf(openId) ?? '未知用户';
  return el('span', { class: ['person', capsule && 'person-capsule'] }, [
    showAvatar && avatar(name),
    showName && el('span', {}, name),
  ]);
}

/** The `person` component. */
export function person(element, card) {
  return personNode(element.user_id, card, {
    showName: element.show_name ?? false,
    showAvatar: element.show_avatar ?? true,
    capsule: element.style === 'capsule',
  });
}

/** The `person_list` component. */
export function personList(element, card) {
  const options = { showName: element.show_name ?? true, showAvatar: element.show_avatar ?? true };
  return el(
    'div',
    { class: 'person-list' },
    (element.persons ?? []).map(({ id }) => personNode(id, card, options)),
  );
}
