import type { Problem } from '#src/domain/enterprise/problem.ts';
import { shortDay } from '#src/shared/time.ts';
import { cut, type Markup, md } from '../kit/markup.ts';
import { bold, lines } from '../kit/phrasing.ts';

const mostShown = 3;

/** What the entrepreneur added, the latest in full, a line each; `who` is what the reader calls them. */
export function supplementWords({ supplements = [] }: Pick<Problem, 'supplements'>, who: string): Markup {
  const latest = supplements.slice(-mostShown);
  return lines(
    ...latest.map(({ at, text }, index) => {
      const day = shortDay(at.slice(0, 10));
      return index === latest.length - 1
        ? md`${bold(`${day}${who}补充`)}：${cut(text, 1000)}`
        : md`${day}${who}补充：${cut(text, 300)}`;
    }),
  );
}
