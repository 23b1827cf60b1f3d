import { confirmed } from './confirm.js';

/** The payload of a component's callback, and the address it opens. */
export function behaviourOf(element) {
  const behaviours = element.behaviors ?? [];
  return {
    callback: behaviours.find(({ type }) => type === 'callback'),
    openUrl: behaviours.find(({ type }) => type === 'open_url')?.default_url,
  };
}

function openSafely(address) {
  if (/^https?:\/\//i.test(address)) open(address, '_blank', 'noopener');
}

/** Presses a component: asks for confirmation, opens its address, and sends its callback while it shows that it waits. */
export async function pressed(element, card, { node, extra = {}, always = false }) {
  if (!(await confirmed(element.confirm, card))) return false;
  const { callback, openUrl } = behaviourOf(element);
  if (openUrl) openSafely(openUrl);
  if (!callback && !always) return true;
  node.setAttribute('aria-busy', 'true');
  const name = element.name === undefined ? {} : { name: element.name };
  const value = callback ? { value: callback.value } : {};
  await card.press({ tag: element.tag, ...name, ...value, ...extra });
  node.removeAttribute('aria-busy');
  return true;
}
