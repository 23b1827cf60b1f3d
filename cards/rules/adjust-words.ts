import { adjustmentNames } from '#src/domain/assessment/rules/rule-change-words.ts';
import { type Markup, md } from '../kit/markup.ts';
import { coloured } from '../kit/phrasing.ts';

/** `加分 0.5 分`, deductions and vetoes in red. */
export function adjustmentWords({
  type,
  points,
}: {
  type: keyof typeof adjustmentNames;
  points: string;
}): Markup {
  if (type === 'bonus') return md`${adjustmentNames.bonus} ${points} 分`;
  const words = type === 'veto' ? adjustmentNames.veto : `${adjustmentNames.deduction} ${points} 分`;
  return coloured('red', words);
}
