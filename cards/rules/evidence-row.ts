import { evidenceGet } from '../assessment/value-buttons.ts';
import { row } from '../kit/content.ts';
import type { ColumnSetElement } from '../kit/elements.ts';
import { cut } from '../kit/markup.ts';

/** The files beside a bonus, deduction or veto, each to be opened; nothing where there are none. */
export function evidenceRow({
  id,
  files,
}: {
  readonly id: string;
  readonly files: readonly { readonly name: string }[];
}): ColumnSetElement | undefined {
  return row(
    files.map(({ name }, at) =>
      evidenceGet.button({ text: `打开 ${cut(name, 20)}`, size: 'small', payload: { proposal: id, at } }),
    ),
  );
}
