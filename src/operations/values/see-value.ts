import { mayCorrect, mayDecide } from '../../authorize/may-decide.ts';
import { mayReadValue } from '../../authorize/may-read-value.ts';
import { rolesInWords, seeAll } from '../../authorize/permissions.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { jumpOf } from '../../domain/assessment/values/jump-of.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { cadreNames } from '../people/cadre-names.ts';
import { lockRefusal } from './lock-refusal.ts';

/** Who reads where. */
export interface Reading {
  readonly book: Book;
  readonly actor: Actor;
  readonly place: Place;
}

interface Seeing extends Reading {
  readonly now: Instant;
}

/** A report whose value this person may read here; throws `not_allowed`, whether or not there is one of that id. */
export async function readableReport(
  tx: ReadTx,
  id: string,
  { book, actor, place }: Reading,
): Promise<Report> {
  const report = await tx.get('reports', id);
  if (!report || !mayReadValue(book, { actor, place }, report))
    throw errors.notAllowed(
      '这个完成值不在您的查看范围内',
      `本单位、指标所属专班办公室和${rolesInWords(seeAll)}可以查看`,
    );
  return report;
}

/** All revisions of a value, the newest first. */
export async function revisionsOf(tx: ReadTx, { indicator, unit, period }: Report): Promise<Report[]> {
  const all = await tx.find('reports', { index: 'place', key: `${indicator}|${unit}|${period}` });
  return all.sort((a, b) => b.rev - a.rev);
}

function revisionView(
  report: Report,
  inForce: boolean,
  names: { nameOf: (id: string) => string; words: string },
) {
  const { nameOf } = names;
  const { rev, state, on_behalf_of, decided_by, late_reason } = report;
  return {
    ...{ report: report.id, rev, value: names.words, state, inForce },
    by: nameOf(report.reporter),
    behalf: on_behalf_of === undefined ? undefined : nameOf(on_behalf_of),
    at: report.reported_at,
    decidedBy: decided_by === undefined ? undefined : nameOf(decided_by),
    decidedAt: report.decided_at,
    reason: report.reason,
    correction: report.correction,
    lateReason: late_reason,
    note: report.note,
    evidence: report.evidence,
    files: (report.files ?? []).map(({ name, by, at }) => ({ name, by: nameOf(by), at })),
  };
}

/** Where a value came from, for the card: every revision kept, with who, when and why, and what this person may do about it. */
export async function seeValue(tx: ReadTx, id: string, seeing: Seeing) {
  const { book, actor, now } = seeing;
  const report = await readableReport(tx, id, seeing);
  const indicator = book.indicator(report.indicator);
  const nameOf = await cadreNames(tx);
  const current = book.valueFor(report.indicator, report.unit, report.period);
  const locked = await lockRefusal(tx, report, now);
  const words = (value: string) => withMeasure(value, indicator);
  return {
    indicator: indicator.name,
    unitName: book.unit(report.unit).short_name,
    period: report.period,
    value: current && words(current.value),
    revisions: (await revisionsOf(tx, report)).map((each) =>
      revisionView(each, each.id === current?.id, { nameOf, words: words(each.value) }),
    ),
    jump: current?.state === 'submitted' ? jumpOf(book, current) : undefined,
    locked,
    decide: current?.state === 'submitted' && mayDecide(actor, report.unit) ? current.id : undefined,
    correct: current && locked === undefined && mayCorrect(actor, report.unit) ? current.id : undefined,
  };
}
