import type { Exact } from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Track } from '../records/track.ts';
import type { Numbering } from './numbering.ts';
import type { Group, Peers } from './peers.ts';

/** What the groups of a year are made from; assignments of other years are passed over. */
export interface YearSources {
  readonly tracks: readonly Track[];
  readonly assignments: readonly Assignment[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly numberOf: Numbering;
}

interface GrowingPeers extends Peers {
  readonly assignments: Assignment[];
  readonly units: number[];
  readonly weights: Exact[];
}

interface GrowingGroup extends Group {
  readonly units: number[];
  readonly peers: Map<string, GrowingPeers>;
  readonly inOrder: number[];
}

const emptyGroup = (): GrowingGroup => ({ units: [], peers: new Map(), inOrder: [] });

/** The groups of one year by the unit's number; throws a RangeError when an indicator is unknown. */
export function yearGroups(year: number, sources: YearSources): readonly (Group | undefined)[] {
  const { tracks, assignments, numberOf } = sources;
  const groups: (GrowingGroup | undefined)[] = [];
  const join = (group: GrowingGroup, unit: number) => {
    groups[unit] = group;
    group.units.push(unit);
    return group;
  };
  for (const track of tracks) {
    const group = emptyGroup();
    for (const unit of track.units) join(group, numberOf(unit));
  }
  const trackless = emptyGroup();
  let last: string | undefined;
  let [unit, group] = [0, trackless];
  for (const assignment of assignments) {
    if (assignment.year !== year) continue;
    // Many of one unit come one after the other.
    if (assignment.unit !== last) {
      last = assignment.unit;
      unit = numberOf(last);
      group = groups[unit] ?? join(trackless, unit);
    }
    const peers = group.peers.get(assignment.indicator) ?? newPeers(sources, group, assignment);
    peers.assignments.push(assignment);
    peers.units.push(unit);
    peers.weights.push(readExact(assignment.weight));
    group.inOrder.push(peers.at);
  }
  return groups;
}

function newPeers({ indicators }: YearSources, group: GrowingGroup, assignment: Assignment): GrowingPeers {
  const indicator = indicators.get(assignment.indicator);
  if (!indicator)
    throw new RangeError(`assignment ${assignment.id}: unknown indicator ${assignment.indicator}`);
  const at = group.peers.size;
  const peers = { indicator, at, assignments: [], units: [], weights: [], columns: new Map() };
  group.peers.set(assignment.indicator, peers);
  return peers;
}
