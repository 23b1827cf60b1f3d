import type { Assignment } from './assignment.ts';
import type { Indicator } from './indicator.ts';
import type { Group, Peers } from './peers.ts';
import type { Track } from './track.ts';

/** What the groups of a year are made from. */
export interface YearSources {
  readonly tracks: readonly Track[];
  readonly assignments: readonly Assignment[];
  readonly indicators: ReadonlyMap<string, Indicator>;
}

interface GrowingPeers extends Peers {
  readonly assignments: Assignment[];
  readonly positions: number[];
}

interface GrowingGroup extends Group {
  readonly positions: Map<string, number>;
  readonly peers: Map<string, GrowingPeers>;
}

interface Seat {
  readonly group: GrowingGroup;
  readonly position: number;
}

const emptyGroup = (): GrowingGroup => ({ positions: new Map(), peers: new Map() });

/** The groups of one year by unit; throws a RangeError when an indicator is unknown. */
export function yearGroups(sources: YearSources): ReadonlyMap<string, Group> {
  const seats = new Map<string, Seat>();
  for (const track of sources.tracks) {
    const group = emptyGroup();
    for (const unit of track.units) seats.set(unit, newSeat(group, unit));
  }
  const trackless = emptyGroup();
  for (const assignment of sources.assignments) {
    let seat = seats.get(assignment.unit);
    if (!seat) {
      seat = newSeat(trackless, assignment.unit);
      seats.set(assignment.unit, seat);
    }
    const peers = seat.group.peers.get(assignment.indicator) ?? newPeers(sources, seat.group, assignment);
    peers.assignments.push(assignment);
    peers.positions.push(seat.position);
  }
  return new Map([...seats].map(([unit, { group }]) => [unit, group]));
}

function newSeat(group: GrowingGroup, unit: string): Seat {
  const position = group.positions.get(unit) ?? group.positions.size;
  group.positions.set(unit, position);
  return { group, position };
}

function newPeers({ indicators }: YearSources, group: GrowingGroup, assignment: Assignment): GrowingPeers {
  const indicator = indicators.get(assignment.indicator);
  if (!indicator)
    throw new RangeError(`assignment ${assignment.id}: unknown indicator ${assignment.indicator}`);
  const peers = { indicator, assignments: [], positions: [], columns: new Map() };
  group.peers.set(assignment.indicator, peers);
  return peers;
}
