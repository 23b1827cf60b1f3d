/** Builds an element. Text is only ever set as text: nothing here, and nothing that uses it, parses HTML. */
export function el(tag, attributes = {}, children = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(
    ...[children].flat(2).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return node;
}

function setAttribute(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (typeof value === 'function') node.addEventListener(name, value);
  else if (name === 'class') node.className = [value].flat().filter(Boolean).join(' ');
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** The element with that id; the page is broken without it. */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no #${id}`);
  return node;
}

/** A round or square picture with two characters of a name: a person's given name, a group's beginning. */
export function avatar(name, kind = 'person') {
  const letters =
    kind === 'bot' ? '强' : (kind === 'group' ? [...name].slice(0, 2) : [...name].slice(-2)).join('');
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
  return el('span', { class: ['avatar', `avatar-${kind}`, `avatar-${hue}`], 'aria-hidden': 'true' }, letters);
}
