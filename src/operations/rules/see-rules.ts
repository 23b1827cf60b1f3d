import type { RankingSight } from '../../authorize/ranking-sight.ts';
import { type RuleVersion, versionsInOrder } from '../../domain/assessment/records/rule-version.ts';
import {
  assignmentChangeWords,
  type ChangeWords,
  itemChangeWords,
  trackChangeWords,
} from '../../domain/assessment/rules/rule-change-words.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { ruleNames } from './rule-names.ts';

interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** What several versions change together, each thing once: what it was before the first of them and is after the last. */
function together<T extends { id: string }>(all: readonly Change<T>[]): Change<T>[] {
  const known = new Map<string, Change<T>>();
  for (const { before, after } of all) {
    const id = (after ?? before)?.id ?? '';
    const first = known.get(id);
    known.set(id, { before: first ? first.before : before, after });
  }
  return [...known.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** Who sees all sees every change; a unit's people those of their unit and of its tracks, and how many others there are. */
function seenChanges(versions: readonly RuleVersion[], sight: RankingSight) {
  const all = {
    assignments: together(versions.flatMap(({ assignments = [] }) => assignments)),
    tracks: together(versions.flatMap(({ tracks = [] }) => tracks)),
    items: together(versions.flatMap(({ items = [] }) => items)),
  };
  if (sight.kind === 'all') return { ...all, hidden: 0 };
  const own = sight.kind === 'top' ? sight.around : [];
  const isOwn = ({ before, after }: RuleChange) => own.includes((after ?? before)?.unit ?? '');
  const assignments = all.assignments.filter(isOwn);
  const tracks = all.tracks.filter((change) =>
    own.some((unit) => change.before?.units.includes(unit) || change.after?.units.includes(unit)),
  );
  const hidden = all.assignments.length - assignments.length + all.tracks.length - tracks.length;
  return { assignments, tracks, items: all.items, hidden };
}

type RuleChange = NonNullable<RuleVersion['assignments']>[number];

const countOf = ({ assignments = [], tracks = [], items = [] }: RuleVersion) =>
  assignments.length + tracks.length + items.length;

/** The rule versions, newest first, with who, when, why and from when. */
export async function seeRuleVersions(tx: ReadTx) {
  const names = await ruleNames(tx);
  const versions = versionsInOrder(await tx.all('rule_versions'));
  return versions.toReversed().map((version) => ({
    id: version.id,
    at: version.at,
    by: names.cadre(version.by),
    why: version.why,
    ...(version.from === undefined ? {} : { from: version.from }),
    changes: countOf(version),
  }));
}

/** What a version changed against the one before, or against the chosen one; what others’ units are given stays hidden from a unit’s people. */
export async function seeRuleChanges(
  tx: ReadTx,
  { id, against, sight }: { id: string; against?: string | undefined; sight: RankingSight },
) {
  const versions = versionsInOrder(await tx.all('rule_versions'));
  const last = versions.findIndex((version) => version.id === id);
  if (last < 0) throw errors.notFound('这个规则版本', '请发送 /规则 看现有的版本。');
  const base = against === undefined ? last - 1 : versions.findIndex((version) => version.id === against);
  const [low, high] = [Math.min(base, last), Math.max(base, last)];
  const { assignments, tracks, items, hidden } = seenChanges(versions.slice(low + 1, high + 1), sight);
  const names = await ruleNames(tx);
  const changes: ChangeWords[] = [
    ...tracks.map((change) => trackChangeWords(change, names)),
    ...assignments.map((change) => assignmentChangeWords(change, names)),
    ...items.map(itemChangeWords),
  ];
  const newer = versions[high];
  return {
    id: newer?.id ?? id,
    ...(versions[low] ? { against: versions[low].id } : {}),
    ...(newer?.from === undefined ? {} : { from: newer.from }),
    why: newer?.why ?? '',
    by: names.cadre(newer?.by ?? ''),
    at: newer?.at ?? '',
    changes,
    hidden,
    others: versions.filter((version) => version.id !== id).map((version) => version.id),
  };
}
