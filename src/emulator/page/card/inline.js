import { el } from '../dom.js';
import { decodeEntities } from './entities.js';
import { inlineTags } from './inline-tags.js';
import { safeLink } from './safe-link.js';

const emoji = { DONE: '✅', OK: '👌', THUMBSUP: '👍', CLAP: '👏', SMILE: '🙂', WARNING: '⚠️', FIRE: '🔥' };

function attributesOf(text) {
  const pairs = text.matchAll(/([a-z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
  return Object.fromEntries(
    [...pairs].map(([, name, a, b, c]) => [name.toLowerCase(), decodeEntities(a ?? b ?? c ?? '')]),
  );
}

/** Where the tag that opened just before `from` closes, counting those of its kind between. */
function closingOf(text, name, from) {
  const pattern = new RegExp(`<(/?)${name}(?:\\s[^>]*)?>`, 'gi');
  pattern.lastIndex = from;
  let depth = 1;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return { start: found.index, end: pattern.lastIndex };
  }
  return undefined;
}

function tagAt(text, found, card) {
  const [whole, name, attributes, closed] = found;
  const draw = Object.hasOwn(inlineTags, name.toLowerCase()) ? inlineTags[name.toLowerCase()] : undefined;
  const from = found.index + whole.length;
  const closing = closed ? { start: from, end: from } : closingOf(text, name, from);
  if (!draw || !closing) return undefined;
  const source = text.slice(from, closing.start);
  const inside = () => inlineNodes(source, card);
  return {
    nodes: draw({ attributes: attributesOf(attributes ?? ''), inside, source, card }),
    end: closing.end,
  };
}

const wrap = (tag) => (found, card) => el(tag, {}, inlineNodes(found[1], card));

/** Pattern at the current place → node. The first that fits wins. */
const rules = [
  [/\\([\\`*_{}[\]()#+\-.!~<>|])/y, (found) => found[1]],
  [/`([^`\n]+)`/y, (found) => el('code', {}, decodeEntities(found[1]))],
  [
    /!\[([^\]]*)\]\(([^)\s]*)\)/y,
    (found) => el('span', { class: 'inline-image' }, `🖼 ${found[1] || '图片'}`),
  ],
  [
    /\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]*)\)/y,
    (found, card) => safeLink(decodeEntities(found[2]), inlineNodes(found[1], card)),
  ],
  [/\*\*(?=\S)([\s\S]*?\S)\*\*/y, wrap('strong')],
  [/__(?=\S)([\s\S]*?\S)__/y, wrap('strong')],
  [/~~(?=\S)([\s\S]*?\S)~~/y, wrap('del')],
  [/\*(?=[^\s*])([^*]*?[^\s*])\*/y, wrap('em')],
  [/:([A-Z]{2,12}):/y, (found) => emoji[found[1]] ?? found[0]],
  [/<br\s*\/?>/iy, () => el('br')],
];

const opening = /<([a-z_]+)((?:\s+[^<>]*?)?)\s*(\/?)>/iy;

function stepAt(text, at, card) {
  opening.lastIndex = at;
  const tag = opening.exec(text);
  const drawn = tag && tagAt(text, tag, card);
  if (drawn) return drawn;
  for (const [pattern, draw] of rules) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { nodes: draw(found, card), end: at + found[0].length };
  }
  return undefined;
}

/** Inline markdown as DOM nodes. Entities are decoded last, so an escaped `<` can never open a tag. */
export function inlineNodes(text, card) {
  const nodes = [];
  let plain = '';
  const flush = () => {
    if (plain) nodes.push(decodeEntities(plain));
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const step = /[\\`!*_~:<[]/.test(text[at]) ? stepAt(text, at, card) : undefined;
    if (step) {
      flush();
      nodes.push(...[step.nodes].flat());
    } else plain += text[at];
    at = step ? step.end : at + 1;
  }
  flush();
  return nodes;
}

/** A text of the smaller `lark_md` kind, where each newline is a line. */
export function larkLines(text, card) {
  return text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [el('br')] : []), ...inlineNodes(line, card)]);
}
