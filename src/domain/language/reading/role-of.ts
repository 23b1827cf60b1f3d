import type { WordRole } from '../text/words.ts';
import type { Quantity } from '../tokens/token.ts';
import type { ReadingRole } from './reading.ts';

const share = /完成率|进度/;

/** What stood before a number: the roles of the words in order, and the name it belongs to. */
export interface Lead {
  readonly roles: readonly WordRole[];
  /** Names of the indicator, to know a rate of completion from a share of the target. */
  readonly names: readonly string[];
  /** The indicator counts or sums: a percentage of it is another thing. */
  readonly ofAmount: boolean;
  /** What stands right behind the number. */
  readonly after: string;
  /** The fragment, for the one word that only its letters tell. */
  readonly text: string;
}

function isShare({ roles, names, text, ofAmount }: Lead, quantity: Quantity): boolean {
  if (names.some((name) => share.test(name))) return false;
  const dimension = quantity.measure?.dimension;
  if (dimension !== undefined && dimension !== 'percent') return false;
  if (roles.includes('share')) return true;
  // 固投14.2亿元（完成71%）
  if (ofAmount && dimension === 'percent' && /(?:完成|已完成|达)了? *[\d.]+ *%$/u.test(text)) return true;
  const ofGoal = /(?:完成|占|达)[^,。;]*(?:目标|任务|计划)[^,。;]*的 *[\d.]+ *%$/u.test(text);
  return dimension === 'percent' && (ofGoal || (roles.includes('goal') && /(?:完成|占|达).*的/.test(text)));
}

/** 完成年度任务20亿元的71%: the amount is the target. */
function isGoalReached({ roles, after }: Lead): boolean {
  return (roles.includes('share') || roles.includes('goal')) && /^ *的 *[\d.]+ *%/u.test(after);
}

/** A move, a growth rate or the value reached by it. */
function moveRole(lead: Lead, { measure, value, signed, scaled }: Quantity): ReadingRole | undefined {
  const { roles } = lead;
  const moved = roles.includes('rise') || roles.includes('fall');
  const percent = (measure === undefined && !scaled) || measure?.dimension === 'percent';
  const lastMove = Math.max(roles.lastIndexOf('rise'), roles.lastIndexOf('fall'));
  // 降幅收窄至1.2% is −1.2, 增幅收窄至1.2% is 1.2.
  const reached = roles.lastIndexOf('reach') > lastMove;
  if (reached) return percent && /[降跌]幅/.test(lead.text) ? 'growth' : undefined;
  if (moved && !percent) return 'change';
  if (moved && measure === undefined && value.num === 0n) return 'change';
  if (moved || roles.includes('rate') || roles.includes('yoy')) return percent ? 'growth' : 'change';
  const sign = lead.ofAmount ? /^\s*[-+]/ : /^\s*\+/;
  return signed && measure?.dimension === 'percent' && sign.test(lead.text) ? 'growth' : undefined;
}

/** What a number is, from the words before it and its own measure (data set README, messages 1, 3, 4). */
export function roleOf(lead: Lead, quantity: Quantity): ReadingRole {
  const { roles } = lead;
  if (quantity.measure?.dimension === 'point') return 'change';
  if (roles.includes('place') || roles.includes('gap')) return 'remark';
  if (roles.includes('scope')) return 'remark';
  if (roles.lastIndexOf('compare') > roles.lastIndexOf('reach')) {
    return roles.includes('rise') || roles.includes('fall') ? 'change' : 'remark';
  }
  if (isShare(lead, quantity)) return 'share';
  if (isGoalReached(lead)) return 'goal';
  if (roles.includes('goal')) return 'goal';
  if (quantity.vague || roles.includes('approx')) return 'vague';
  if (roles.includes('share') && !lead.names.some((name) => share.test(name))) return 'vague';
  if (roles.includes('added') && !lead.names.some((name) => /[新净]增/.test(name))) return 'change';
  const move = moveRole(lead, quantity);
  if (move) return move;
  return roles.includes('own') && !roles.includes('cumulative') ? 'own' : 'value';
}
