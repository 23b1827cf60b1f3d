import type { BenchRow } from './bench-row.ts';

const heads = ['measured', 'ours', 'peer', 'ratio', 'target', ''];

/** Figures of very different size in few characters: 12,345 · 123 · 1.234. */
function figure(value: number | null): string {
  if (value === null) return '—';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function verdict({ met }: BenchRow): string {
  if (met === undefined) return '';
  return met ? '✓' : '✗';
}

/** The rows as lines of text, columns aligned. */
export function tableOf(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.name,
    figure(row.ours),
    figure(row.peer),
    row.ratio === null ? '—' : row.ratio.toFixed(2),
    row.target ?? '',
    verdict(row),
  ]);
  const all = [heads, ...cells];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column >= 4;
  const lines = all.map((line) =>
    line
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}
