/** A tree of names by character: finds the longest name at a place of a text, passing over spaces inside it. */
export interface NameTree<T> {
  readonly next: Map<string, NameTree<T>>;
  value: T | undefined;
}

/** An empty tree. */
export function nameTree<T>(): NameTree<T> {
  return { next: new Map(), value: undefined };
}

/** Puts a name in, or gives the place it already has. */
export function plant<T>(tree: NameTree<T>, name: string): NameTree<T> {
  let node = tree;
  for (const char of name) {
    const child = node.next.get(char) ?? nameTree<T>();
    node.next.set(char, child);
    node = child;
  }
  return node;
}

/** The longest name at `at`: its value and the characters it spans in the text, spaces included. */
export function longestAt<T>(
  tree: NameTree<T>,
  text: string,
  at: number,
): { value: T; length: number } | undefined {
  let node = tree;
  let found: { value: T; length: number } | undefined;
  for (let index = at; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === ' ' && index > at) continue;
    const child = node.next.get(char);
    if (!child) break;
    node = child;
    if (node.value !== undefined) found = { value: node.value, length: index - at + 1 };
  }
  return found;
}
