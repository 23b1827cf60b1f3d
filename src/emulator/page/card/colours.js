const names = new Set([
  'blue',
  'wathet',
  'turquoise',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'neutral',
]);

const aliases = { gray: 'grey', default: 'neutral' };

/** The class that sets a named colour, or none: card text never reaches a style. */
export function colourClass(name) {
  const plain = aliases[name] ?? String(name ?? '').replace(/-\d+$/, '');
  return names.has(plain) ? `c-${plain}` : undefined;
}

/** A pixel length of the card as a number within bounds, or undefined. */
export function pixels(value, bounds = { from: 0, to: 999 }) {
  const found = /^(-?\d{1,3})px$/.exec(String(value ?? ''));
  if (!found) return undefined;
  return Math.min(bounds.to, Math.max(bounds.from, Number(found[1])));
}

const spacings = { small: 4, medium: 8, large: 12, extra_large: 16 };

/** Sets gaps, padding and margin of a container or component, as far as they are plain pixel lengths. */
export function setSpacing(
  node,
  { padding, margin, vertical_spacing: vertical, horizontal_spacing: horizontal },
) {
  const lengths = (text, sign) => {
    const one = `${sign}\\d{1,2}px`;
    return new RegExp(`^${one}( ${one}){0,3}$`).test(String(text ?? '')) ? text : '';
  };
  const gap = (value) => (value === undefined ? '' : `${spacings[value] ?? pixels(value) ?? 8}px`);
  if (lengths(padding, '')) node.style.setProperty('padding', padding);
  if (lengths(margin, '-?')) node.style.setProperty('margin', margin);
  if (gap(vertical)) node.style.setProperty('row-gap', gap(vertical));
  if (gap(horizontal)) node.style.setProperty('column-gap', gap(horizontal));
}
