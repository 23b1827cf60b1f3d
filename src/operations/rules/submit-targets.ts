import type { RuleVersion } from '../../domain/assessment/records/rule-version.ts';
import { weightSum } from '../../domain/assessment/rules/weight-sum.ts';
import type { Period } from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { changeRules } from './change-rules.ts';
import { dropTargets } from './draft-target.ts';
import { type TargetsOf, targetsOf } from './targets-of.ts';

interface Submitting extends TargetsOf {
  readonly by: string;
  readonly why: string;
  readonly from?: Period | undefined;
  readonly now: Instant;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Puts a unit's draft in force as a new rule version. Throws `bad_input` while its weights do not sum to 100 or another check of domain §4
 * fails, and `conflict` where what it changes was changed by somebody else meanwhile; the draft is then kept.
 */
export async function submitTargets(tx: WriteTx, submitting: Submitting): Promise<RuleVersion> {
  const { unit, year, by, why, from, now } = submitting;
  const { today, planned, draft } = await targetsOf(tx, { unit, year });
  if (!draft) throw errors.alreadyDone('这份草稿已经提交或放弃');
  const sum = weightSum(planned);
  if (planned.length > 0 && !sum.isWhole)
    throw errors.badInput(`${sum.words}，调整到 100 分后才能提交。草稿已保留。`);
  const isStale = draft.changes.some(
    ({ before }) =>
      before !== null &&
      !same(
        today.find(({ id }) => id === before.id),
        before,
      ),
  );
  if (isStale)
    throw errors.conflict(
      '草稿起草后，这个单位的目标已被别的规则版本改过。请放弃草稿，按现在的目标重新调整。',
    );
  const put = draft.changes.flatMap(({ after }) => (after ? [after] : []));
  const remove = draft.changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
  const version = await changeRules(tx, { changes: { assignments: { put, remove } }, by, why, from, now });
  await dropTargets(tx, { unit, year });
  if (!version) throw errors.alreadyDone('草稿和现行目标没有差别');
  return version;
}
