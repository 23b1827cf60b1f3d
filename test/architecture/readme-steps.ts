/** One step of a README: a whole new file, or lines taken out of and put into one that is there. */
export interface ReadmeStep {
  readonly path: string;
  readonly kind: 'file' | 'change';
  readonly lines: readonly string[];
}

/** The steps of a text in order: blocks whose opening line names a file, e.g. ```` ```diff src/jobs/index.ts ````. */
export function stepsIn(text: string): ReadmeStep[] {
  return [...text.matchAll(/^```(ts|diff) (\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, kind, path = '', body = '']) => ({
      path,
      kind: kind === 'diff' ? 'change' : 'file',
      lines: body.split('\n').slice(0, -1),
    }),
  );
}

/** The file after a step; throws an Error when the lines that it builds on do not stand there exactly once. */
export function followStep({ path, kind, lines }: ReadmeStep, before: string | undefined): string {
  if (kind === 'file') {
    if (before !== undefined) throw new Error(`${path} exists already`);
    return `${lines.join('\n')}\n`;
  }
  const without = (sign: string) =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const pieces = (before ?? '').split(without('+'));
  if (pieces.length !== 2) throw new Error(`${path}: found ${pieces.length - 1} times:\n${without('+')}`);
  return pieces.join(without('-'));
}
