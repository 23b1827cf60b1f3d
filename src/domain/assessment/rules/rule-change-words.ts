import type { AdjustmentItem } from '../records/adjustment-item.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Track } from '../records/track.ts';
import { withMeasure } from '../records/with-measure.ts';
import { milestoneWords } from './milestone-words.ts';
import { ruleWords } from './rule-words.ts';

/** One changed thing in words: what it is, and field by field what it was and is; null: it was not, or is no more. */
export interface ChangeWords {
  readonly about: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

type Said = Readonly<Record<string, string>>;

/** Names for what changes are about. */
export interface ChangeNames {
  readonly indicator: (code: string) => Indicator | undefined;
  readonly unit: (id: string) => string;
  readonly cadre: (id: string) => string;
}

/** A changed assignment in words, of whichever unit. */
export function assignmentChangeWords(change: Change<Assignment>, names: ChangeNames): ChangeWords {
  const { unit, indicator: code } = change.after ?? change.before ?? { unit: '', indicator: '' };
  const indicator = names.indicator(code);
  const said = (each: Assignment): Said => ({
    权重: each.weight,
    全年目标: indicator ? withMeasure(each.annual_target, indicator) : each.annual_target,
    时点目标: milestoneWords(each.milestones) || '无',
    赋分规则: ruleWords(each.rule, indicator?.direction ?? 'higher'),
    责任领导: names.cadre(each.leader),
    填报人: names.cadre(each.reporter),
  });
  return { about: `${names.unit(unit)} · ${indicator?.name ?? code}`, ...wordsOf(change, said) };
}

const styles = { 1224: '并列后空出名次（1、2、2、4）', 1223: '并列后不空名次（1、2、2、3）' };

/** A changed track in words. */
export function trackChangeWords(change: Change<Track>, names: ChangeNames): ChangeWords {
  const said = (track: Track): Said => ({
    名称: track.name,
    加分上限: `${track.bonus_cap} 分`,
    名次写法: styles[track.place_style],
    第一等次比例: track.first_quota,
    第二等次比例: track.second_quota,
    单位: [...track.units].sort().map(names.unit).join('、'),
  });
  const { name, year } = change.after ?? change.before ?? { name: '', year: 0 };
  return { about: `${year}年${name}`, ...wordsOf(change, said) };
}

/** What the types of adjustments are called. */
export const adjustmentNames = { bonus: '加分', deduction: '扣分', veto: '一票否决' } as const;

/** A changed item of bonuses, deductions and vetoes in words. */
export function itemChangeWords(change: Change<AdjustmentItem>): ChangeWords {
  const said = (item: AdjustmentItem): Said => ({
    名称: item.name,
    类型: adjustmentNames[item.type],
    分值: item.type === 'veto' ? '不计分' : `${item.min}～${item.max} 分`,
    依据: item.evidence || '不限',
  });
  return { about: `事项 · ${(change.after ?? change.before)?.name ?? ''}`, ...wordsOf(change, said) };
}

function wordsOf<T>({ before, after }: Change<T>, said: (record: T) => Said) {
  const [old, next] = [before && said(before), after && said(after)];
  const names = Object.keys(next ?? old ?? {});
  const all = names.map((name) => ({ name, before: old?.[name] ?? null, after: next?.[name] ?? null }));
  const fields = all.filter((field) => field.before !== field.after);
  return { kind: kindOf(before !== null, after !== null), fields };
}

function kindOf(was: boolean, is: boolean): ChangeWords['kind'] {
  if (!was) return 'added';
  return is ? 'changed' : 'removed';
}
