import type { BenchPart } from './bench-row.ts';
import { inArena } from './load/arena.ts';
import { runRace } from './load/race.ts';
import { echoedTurn, reportTurn } from './load/report-turn.ts';
import { reporters } from './load/sentences.ts';

/** A whole report: said, its confirmation card at the platform, confirmed, recorded; beside a card and a press answered on the bare SDK. */
export const reportsBench: BenchPart = (tell, options) => {
  tell(
    `${reporters.length} people report and confirm; the peer answers with a card and its press with a toast; no pace limits`,
  );
  const race = {
    ...{ what: 'reports', ours: reportTurn, peer: echoedTurn },
    ...{ seats: reporters.length, recorded: true },
  };
  return inArena('freed', (arena) => runRace(arena, race, options));
};
