import type { Book } from '../domain/assessment/book.ts';
import { jumpWarning } from '../domain/assessment/jump-warning.ts';
import { previousValue } from '../domain/assessment/previous-value.ts';
import type { Report } from '../domain/assessment/report.ts';
import { valueProblem } from '../domain/assessment/value-problem.ts';
import type { Actor } from '../domain/people/actor.ts';
import { errors } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { WriteTx } from '../store/document-store.ts';
import { loadDraft } from './load-draft.ts';
import { placeItem } from './place-item.ts';

type Draft = Doc<'drafts'>;
type Item = Draft['items'][number];

interface Recording {
  readonly draft: string;
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
}

/** Recorded, or asked a second time because a value jumps (domain §3). */
export type Recorded =
  | { readonly outcome: 'recorded'; readonly draft: Draft; readonly reports: readonly Report[] }
  | { readonly outcome: 'asked'; readonly draft: Draft };

function jumps(book: Book, draft: Draft): boolean {
  return draft.items.some((item) =>
    jumpWarning(book.indicator(item.indicator), item, previousValue(book, item)),
  );
}

async function newRevision(tx: WriteTx, item: Item, { actor, now }: Recording): Promise<Report> {
  const key = `${item.indicator}|${item.unit}|${item.period}`;
  const earlier = await tx.find('reports', { index: 'place', key });
  const rev = Math.max(0, ...earlier.map((report) => report.rev)) + 1;
  return { id: newId('report'), ...item, rev, state: 'submitted', reporter: actor.id, reported_at: now };
}

async function recordItem(
  tx: WriteTx,
  item: Item,
  recording: Recording & { note: string | null },
): Promise<Report> {
  const { actor, book } = recording;
  const placing = placeItem(book, actor, item);
  if ('refusal' in placing) throw errors.notAllowed(placing.refusal, '本次没有记录任何内容');
  const problem = valueProblem(book.indicator(item.indicator), item.value);
  if (problem) throw errors.badInput(problem);
  const report = await newRevision(tx, item, recording);
  const noted = recording.note ? { ...report, note: recording.note } : report;
  await tx.put('reports', noted);
  return noted;
}

/** Records all items of a draft as new revisions, or asks a second time first. Rights are decided again here. */
export async function recordDraft(tx: WriteTx, recording: Recording): Promise<Recorded> {
  const draft = await loadDraft(tx, recording.draft, recording.actor);
  if (draft.items.length === 0 || draft.asks.length > 0) {
    throw errors.conflict('还有内容没有说清，请先选择或点“更正”补全。');
  }
  if (!draft.warned && jumps(recording.book, draft)) {
    const warned: Draft = { ...draft, warned: true };
    await tx.put('drafts', warned);
    return { outcome: 'asked', draft: warned };
  }
  const reports: Report[] = [];
  for (const item of draft.items) {
    reports.push(await recordItem(tx, item, { ...recording, note: draft.note }));
  }
  const recorded: Draft = { ...draft, state: 'recorded' };
  await tx.put('drafts', recorded);
  return { outcome: 'recorded', draft: recorded, reports };
}
