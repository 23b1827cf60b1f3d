const paths = {
  panel: ['M4 5h16v14H4z', 'M15 5v14'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  down: ['M6 9l6 6 6-6'],
  right: ['M9 6l6 6-6 6'],
  left: ['M15 6l-6 6 6 6'],
  send: ['M4 12l16-8-6 16-2.5-6.5z'],
  attach: ['M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.5 17a1.6 1.6 0 0 1-2.3-2.3L15 7'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
  at: ['M12 12m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0', 'M16 8v5a2.5 2.5 0 0 0 5 0v-1a9 9 0 1 0-4 7.5'],
  clock: ['M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0', 'M12 7v5l3.5 2'],
  fault: ['M12 4l9 16H3z', 'M12 10v4', 'M12 17v.5'],
  cards: ['M4 5h7v14H4z', 'M14 5h6v6h-6z', 'M14 14h6v5h-6z'],
  search: ['M11 11m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0', 'M16 16l4.5 4.5'],
  swap: ['M7 4L3 8l4 4', 'M3 8h15', 'M17 12l4 4-4 4', 'M21 16H6'],
  more: ['M6 12h.01', 'M12 12h.01', 'M18 12h.01'],
  image: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15.5 9h.01'],
  theme: ['M12 4a8 8 0 1 0 0 16z', 'M12 4a8 8 0 1 1 0 16'],
  dot: ['M12 12m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0'],
  inbox: ['M4 5h16v14H4z', 'M4 13h5l1.5 2.5h3L15 13h5'],
};

const svg = 'http://www.w3.org/2000/svg';

/** A line icon; decoration only, its button carries the name. */
export function icon(name) {
  const node = document.createElementNS(svg, 'svg');
  node.setAttribute('viewBox', '0 0 24 24');
  node.setAttribute('class', 'icon');
  node.setAttribute('aria-hidden', 'true');
  for (const d of paths[name] ?? paths.dot) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', d);
    node.append(path);
  }
  return node;
}
