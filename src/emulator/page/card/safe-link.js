import { el } from '../dom.js';

/** A link that opens elsewhere; anything but http, https, mailto and tel stays plain text. */
export function safeLink(address, children) {
  const known = /^(https?:\/\/|mailto:|tel:)/i.test(address.trim());
  if (!known) return el('span', {}, children);
  return el('a', { href: address.trim(), target: '_blank', rel: 'noopener noreferrer' }, children);
}
