import { milestoneWords } from '../../domain/assessment/rules/milestone-words.ts';
import { ruleWords } from '../../domain/assessment/rules/rule-words.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { seenMark } from '../seen-mark.ts';
import { ruleNames } from './rule-names.ts';
import { type TargetsOf, targetsOf } from './targets-of.ts';

/** One assignment as the form edits it, as the unit's draft has it; without `id` a new one. Throws `not_found` where it is gone. */
export async function seeTargetForm(tx: ReadTx, { unit, year, id }: TargetsOf & { id: string | null }) {
  const names = await ruleNames(tx);
  const about = { unit, unitName: names.unit(unit), year, id, seen: '' };
  if (id === null) return about;
  const { planned } = await targetsOf(tx, { unit, year });
  const assignment = planned.find((each) => each.id === id);
  if (!assignment) throw errors.notFound('这项任务', '它可能已被删去，请重新打开单位的目标。');
  const indicator = names.indicator(assignment.indicator);
  return {
    ...about,
    seen: seenMark(assignment),
    indicator: indicator?.name ?? assignment.indicator,
    measure: indicator?.measure ?? '',
    weight: assignment.weight,
    target: assignment.annual_target,
    milestones: milestoneWords(assignment.milestones),
    rule: ruleWords(assignment.rule, indicator?.direction ?? 'higher'),
  };
}
