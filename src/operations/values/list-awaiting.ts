import { createHash } from 'node:crypto';
import { mayDecide } from '../../authorize/may-decide.ts';
import { isOfIndicatorsOffice } from '../../authorize/may-read-value.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { jumpOf } from '../../domain/assessment/values/jump-of.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { valuesAwaiting } from './values-awaiting.ts';

/** Which of the values that wait are meant; what is absent does not matter. */
export interface AwaitingFilter {
  /** A task force. */
  readonly force?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
}

/** A value that waits to be confirmed. */
export interface Awaiting {
  readonly report: Report;
  /** Why it should be looked at twice. */
  readonly jump: string | undefined;
  readonly mayDecide: boolean;
}

/** Those meant by ticks, or all that were shown, known by their fingerprint. */
export type Chosen = { readonly ids: readonly string[] } | { readonly shown: string };

interface Asking {
  readonly actor: Actor;
  readonly filter: AwaitingFilter;
}

/** What waits and this person may see: the office all, a unit's head their unit's, a task force's office its indicators' (domain §1). */
export async function visibleAwaiting(
  tx: ReadTx,
  book: Book,
  actor: Actor,
): Promise<Pick<Awaiting, 'report' | 'mayDecide'>[]> {
  const waiting = await valuesAwaiting(tx, book);
  return waiting.flatMap((report) => {
    const decides = mayDecide(actor, report.unit);
    if (!decides && !isOfIndicatorsOffice(book, actor, report.indicator)) return [];
    return [{ report, mayDecide: decides }];
  });
}

/** Those of them that are meant, with what should be looked at twice. */
export function narrowAwaiting(
  book: Book,
  visible: readonly Pick<Awaiting, 'report' | 'mayDecide'>[],
  { force, unit, period }: AwaitingFilter,
): Awaiting[] {
  const ofForce = force === undefined ? undefined : book.taskForce(force).indicators;
  return visible.flatMap((each) => {
    const { report } = each;
    if (unit !== undefined && report.unit !== unit) return [];
    if (period !== undefined && report.period !== period) return [];
    if (ofForce && !ofForce.includes(report.indicator)) return [];
    return [{ ...each, jump: jumpOf(book, report) }];
  });
}

/** Names exactly these values, so that “confirm all” means those that were shown and no others. */
export function awaitingFingerprint(awaiting: readonly Awaiting[]): string {
  const ids = awaiting.map(({ report }) => report.id).sort();
  return createHash('sha256').update(ids.join()).digest('hex').slice(0, 16);
}

/**
 * The values that were chosen, all of which this person may decide about. Throws `conflict` when the list has changed since it was shown;
 * `again` says how the pressed card leads to the new list.
 */
export async function chosenAwaiting(
  tx: ReadTx,
  book: Book,
  asking: Asking & { chosen: Chosen; again: string },
): Promise<Awaiting[]> {
  const { chosen, again } = asking;
  const visible = await visibleAwaiting(tx, book, asking.actor);
  const listed = narrowAwaiting(book, visible, asking.filter);
  const decidable = listed.filter((each) => each.mayDecide);
  if ('shown' in chosen) {
    if (awaitingFingerprint(decidable) === chosen.shown) return decidable;
    throw errors.conflict(`待审核的数据已有变化，没有办理。请${again}看最新清单。`);
  }
  if (chosen.ids.length === 0) throw errors.badInput('请先勾选要办理的数据。');
  const picked = decidable.filter(({ report }) => chosen.ids.includes(report.id));
  if (picked.length < chosen.ids.length)
    throw errors.conflict(`所选数据里有的已被处理或重新上报，没有办理。请${again}看最新清单。`);
  return picked;
}
