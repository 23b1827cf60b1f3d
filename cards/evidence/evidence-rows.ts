import { shortTime } from '#src/shared/time.ts';
import { markdown, rowWithButton } from '../kit/content.ts';
import type { BodyElement } from '../kit/elements.ts';
import { cut, md, nothing } from '../kit/markup.ts';
import { coloured, lines } from '../kit/phrasing.ts';
import { evidenceGet } from './evidence-buttons.ts';

interface Shown {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly by?: string; readonly at?: string }[];
  /** Whether they can be opened here: evidence is, where nobody reads along. */
  readonly private?: boolean;
}

/** The files beside a bonus, deduction or veto, one under the other, each with its button. */
export function evidenceRows({ id, files, private: alone = true }: Shown): BodyElement[] {
  return files.map(({ name, by, at: when }, at) => {
    const known = by !== undefined && when !== undefined;
    const sent = known ? coloured('grey', `${by} ${shortTime(when)} 附`) : nothing;
    const text = markdown(lines(md`佐证：${cut(name, 60)}`, sent));
    if (!alone) return text;
    return rowWithButton(
      text,
      evidenceGet.button({ text: '打开', size: 'small', payload: { proposal: id, at } }),
    );
  });
}
