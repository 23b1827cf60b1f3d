import { lastEndedBy } from '#src/domain/calendar/period.ts';
import type { Doc } from '#src/store/collections.ts';
import type { Chat } from './chats.ts';
import type { Setup } from './probe.ts';
import { type RightsWorld, rightsNow } from './world.ts';

/** A value that a unit reports in the samples, and the sentence that says it. */
export interface SampleItem {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly sentence: string;
}

const samples = new WeakMap<RightsWorld, Map<string, SampleItem>>();

/** The first monthly value of the unit: as it was reported, without its mark, so that what the bot adds is recognised. */
export function sampleItem(world: RightsWorld, unit: string): SampleItem {
  const known = samples.get(world) ?? new Map<string, SampleItem>();
  samples.set(world, known);
  const kept = known.get(unit);
  if (kept) return kept;
  const { book } = world;
  const last = lastEndedBy('month', '2026-09-30');
  for (const { indicator: code } of book.assignmentsOf(unit, 2026)) {
    const { name, measure, decimals, frequency } = book.indicator(code);
    const report = frequency === 'month' ? book.valueFor(code, unit, last) : undefined;
    if (!report) continue;
    const value = Number(report.value).toFixed(decimals);
    const sentence = `${name}9月${value}${measure}（${book.unit(unit).short_name}）`;
    const sample = { indicator: code, unit, period: last, value, sentence };
    known.set(unit, sample);
    return sample;
  }
  throw new Error(`${unit} reports nothing monthly`);
}

/** Domain §8: a value may be shown in its unit's group, and in its task force's when the unit is a member. */
export function draftFitsIn({ book }: RightsWorld, chat: Chat, item: SampleItem): boolean {
  if (chat.kind === 'private') return true;
  if (chat.kind === 'unit') return chat.of === item.unit;
  if (chat.kind !== 'task_force') return false;
  const { members, indicators } = book.taskForce(chat.of ?? '');
  return members.includes(item.unit) && indicators.includes(item.indicator);
}

/** An open draft of these items, as its person's message left it. */
export function withDraft(
  person: string,
  items: readonly SampleItem[],
  asks: Doc<'drafts'>['asks'] = [],
): Setup {
  return async (tx) => {
    const kept = items.map(({ indicator, unit, period, value }) => ({ indicator, unit, period, value }));
    const head = { id: 'draft_1', person, state: 'open' as const, created_at: rightsNow, said: null };
    await tx.put('drafts', { ...head, items: kept, asks, refused: [] });
  };
}
