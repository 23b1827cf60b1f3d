import { rolesInWords, seeAll } from '../../authorize/permissions.ts';
import { maySeeWorking } from '../../authorize/ranking-sight.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';

/** Throws `not_allowed` where a unit's working (what its score is made of, what it could do) may not be shown. */
export function checkWorking(unit: string, { actor, place }: { actor: Actor; place: Place }): void {
  if (maySeeWorking(unit, actor, place)) return;
  throw errors.notAllowed(
    `得分明细只给本单位和${rolesInWords(seeAll)}看`,
    '请在本单位群里或私聊里查看本单位的明细',
  );
}
