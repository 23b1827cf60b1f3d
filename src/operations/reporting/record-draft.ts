import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { isLate } from '../../domain/assessment/values/is-late.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { lockRefusal } from '../values/lock-refusal.ts';
import { loadDraft } from './load-draft.ts';
import { placeItem } from './place-item.ts';
import { replacedMark } from './replaced-mark.ts';

type Draft = Doc<'drafts'>;
type Item = Draft['items'][number];

interface Recording {
  readonly draft: string;
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
  /** What the pressed card said would be replaced (`replacedMark`). */
  readonly seen: string | undefined;
  /** Why values come after their due day; needed when one does. */
  readonly lateReason?: string | undefined;
}

/** What a revision says beside its value: for whom it was reported, and why late. */
function circumstances({ reporter }: Assignment, item: Item, { actor, book, now, lateReason }: Recording) {
  const late = isLate(book, item.period, now);
  if (late && lateReason === undefined)
    throw errors.badInput('已过截止日，请写明逾期原因后再确认。没有记录任何内容。');
  return {
    ...(reporter === actor.cadre?.id ? {} : { on_behalf_of: reporter }),
    ...(late ? { late_reason: lateReason } : {}),
  };
}

async function newRevision(tx: WriteTx, item: Item, { actor, now }: Recording): Promise<Report> {
  const key = `${item.indicator}|${item.unit}|${item.period}`;
  const earlier = await tx.find('reports', { index: 'place', key });
  const rev = Math.max(0, ...earlier.map((report) => report.rev)) + 1;
  return { id: newId('report'), ...item, rev, state: 'submitted', reporter: actor.id, reported_at: now };
}

/** What a revision of the item says beside its value; throws when it may not be recorded. */
async function checkItem(tx: WriteTx, item: Item, recording: Recording) {
  const { actor, book } = recording;
  const placing = placeItem(book, actor, item);
  if ('refusal' in placing) throw errors.badInput(`${placing.refusal}本次没有记录任何内容。`);
  const problem = valueProblem(book.indicator(item.indicator), item.value);
  if (problem) throw errors.badInput(problem);
  const locked = await lockRefusal(tx, item, recording.now);
  if (locked) throw errors.badInput(`${locked}没有记录任何内容。`);
  return circumstances(placing.assignment, item, recording);
}

/**
 * Records all items of a draft as new revisions. Rights and values are checked again here; the card before it has asked a second time about
 * jumps. Undefined, and nothing recorded, when it would replace other values than those that the card named.
 */
export async function recordDraft(tx: WriteTx, recording: Recording): Promise<readonly Report[] | undefined> {
  const draft = await loadDraft(tx, recording.draft, recording.actor);
  if (draft.items.length === 0 || draft.asks.length > 0) {
    throw errors.conflict('还有内容没有说清，请先选择或点“更正”补全。');
  }
  const checked: { item: Item; said: Awaited<ReturnType<typeof checkItem>> }[] = [];
  for (const item of draft.items) checked.push({ item, said: await checkItem(tx, item, recording) });
  if (replacedMark(recording.book, draft.items) !== recording.seen) return undefined;
  const reports: Report[] = [];
  for (const { item, said } of checked) {
    const report = { ...(await newRevision(tx, item, recording)), ...said };
    await tx.put('reports', report);
    reports.push(report);
  }
  await tx.put('drafts', { ...draft, state: 'recorded' });
  return reports;
}
