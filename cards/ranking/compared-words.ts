import type { Compared } from '#src/domain/assessment/working/benchmark-words.ts';
import type { Colour } from '../kit/colours.ts';
import { type Markup, md } from '../kit/markup.ts';
import { coloured, joined } from '../kit/phrasing.ts';

function colourOf(verdict: Compared['verdict']): Colour {
  if (verdict === 'even') return 'grey';
  return verdict === 'better' ? 'green' : 'red';
}

/** “高于全市 0.6 个百分点”: green when that is good, red when it is not, as the words say. */
export function comparedWords(compared: readonly Compared[]): Markup {
  return joined(
    compared.map(({ say, verdict }) => coloured(colourOf(verdict), say)),
    md`，`,
  );
}
