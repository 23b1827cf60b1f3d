const listItem = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

const isBlank = (line) => line.trim() === '';

function fence(lines, at) {
  const open = /^\s*```\s*(\w*)/.exec(lines[at]);
  if (!open) return undefined;
  const end = lines.findIndex((line, index) => index > at && /^\s*```\s*$/.test(line));
  const last = end === -1 ? lines.length : end;
  return { block: { kind: 'code', text: lines.slice(at + 1, last).join('\n') }, next: last + 1 };
}

function heading(lines, at) {
  const found = /^(#{1,6})\s+(.*)$/.exec(lines[at]);
  return found && { block: { kind: 'heading', level: found[1].length, text: found[2] }, next: at + 1 };
}

function rule(lines, at) {
  return /^\s*(?:([-*_])(?:\s*\1){2,}|<hr\s*\/?>)\s*$/.test(lines[at])
    ? { block: { kind: 'rule' }, next: at + 1 }
    : undefined;
}

function takeWhile(lines, at, fits) {
  let next = at;
  while (next < lines.length && fits(lines[next])) next += 1;
  return { taken: lines.slice(at, next), next };
}

function quote(lines, at) {
  const isQuoted = (line) => /^\s*>/.test(line);
  if (!isQuoted(lines[at])) return undefined;
  const { taken, next } = takeWhile(lines, at, isQuoted);
  return {
    block: { kind: 'quote', text: taken.map((line) => line.replace(/^\s*>\s?/, '')).join('\n') },
    next,
  };
}

const cellsOf = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function table(lines, at) {
  if (!lines[at].includes('|') || !tableRule.test(lines[at + 1] ?? '') || !lines[at + 1].includes('-'))
    return undefined;
  const { taken, next } = takeWhile(lines, at + 2, (line) => line.includes('|'));
  return { block: { kind: 'table', head: cellsOf(lines[at]), rows: taken.map(cellsOf) }, next };
}

function list(lines, at) {
  if (!listItem.test(lines[at])) return undefined;
  const { taken, next } = takeWhile(lines, at, (line) => listItem.test(line));
  const items = taken.map((line) => {
    const [, indent, mark, text] = listItem.exec(line);
    // Four spaces a level (fact sheet §3.4); two are common and harmless.
    return {
      depth: Math.min(4, Math.floor(indent.length / 2 / (indent.length >= 4 ? 2 : 1))),
      ordered: /\d/.test(mark),
      mark,
      text,
    };
  });
  return { block: { kind: 'list', items }, next };
}

const readers = [fence, heading, rule, quote, table, list];

function readerAt(lines, at) {
  for (const read of readers) {
    const found = read(lines, at);
    if (found) return found;
  }
  return undefined;
}

/** Markdown cut into blocks. */
export function markdownBlocks(markdown) {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  const blocks = [];
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const found = readerAt(lines, at) ?? paragraph(lines, at);
    blocks.push(found.block);
    at = found.next;
  }
  return blocks;
}

function paragraph(lines, at) {
  let next = at + 1;
  while (next < lines.length && !isBlank(lines[next]) && !readerAt(lines, next)) next += 1;
  // One newline is a soft break that clients may drop (fact sheet §3.4): shown as a space, so that nobody relies on it.
  return { block: { kind: 'paragraph', text: lines.slice(at, next).join(' ') }, next };
}
