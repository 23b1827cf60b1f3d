import type { Period } from '#src/domain/calendar/period.ts';
import type { Frame } from '../kit/frame.ts';

/** What is ranked: all tracks side by side, one track, the district, a task force's units, or an indicator's units. */
export type RankingScope = 'tracks' | 'track' | 'district' | 'task_force' | 'indicator';

/** One unit's line in a ranking. */
export interface RankingRow {
  /** The unit's id. */
  readonly unit: string;
  /** Its short name. */
  readonly name: string;
  /** Null without a score. */
  readonly place: number | null;
  /** Places gained since the period before (lost when negative); null when there is nothing to compare. */
  readonly movement: number | 'new' | null;
  /** With two decimals; for an indicator the f. Null without a score. */
  readonly score: string | null;
  /** For an indicator: what was reported, with its measure, `—` when nothing was; absent when it may not be shown here. */
  readonly value?: string | undefined;
  /** 已报 of 应报. */
  readonly reported: number;
  readonly due: number;
  readonly provisional: boolean;
  readonly vetoed: boolean;
  /** The track's name, where units of several tracks stand in one list. */
  readonly track?: string | undefined;
  readonly note?: string | undefined;
  /** Whether the viewer may see how this unit's score came about. */
  readonly mayExplain?: boolean | undefined;
}

/** Units that are ranked against one another, in the order of their places. */
export interface RankingGroup {
  /** Heading; only shown where there are several groups. */
  readonly name: string;
  /** The track, for a button that shows it whole. */
  readonly track?: string | undefined;
  readonly rows: readonly RankingRow[];
}

/** What a ranking card shows: only what the viewer may see. */
export interface ShownRanking extends Pick<Frame, 'ruleVersion'> {
  readonly scope: RankingScope;
  /** The track, task force or indicator, as in `ranking.show`. */
  readonly of?: string | undefined;
  /** Of what: `发展攻坚赛道`, `全区`, `经济运行专班`, an indicator's name. */
  readonly name: string;
  readonly period: Period;
  /** The period has not ended yet. */
  readonly running: boolean;
  /** Why places are provisional, e.g. `有 3 项指标未到报送截止日`; absent when they are not. */
  readonly provisionalWhy?: string | undefined;
  /** Nobody has a score, as nothing of the period counts yet; `instead`: a period with scores. */
  readonly unscored?: { readonly instead?: Period } | undefined;
  readonly groups: readonly RankingGroup[];
  /** The asker's own unit; shown in a line when it is not on the page. */
  readonly own?: RankingRow | undefined;
  /** Says so when not every place is shown, e.g. `本群显示各赛道前 5 名`. */
  readonly limitedWhy?: string | undefined;
  /** Other remarks, e.g. `日历未公布`. */
  readonly remarks?: readonly string[] | undefined;
  /** The periods that the buttons lead to; absent where there is none. */
  readonly previous?: Period | undefined;
  readonly next?: Period | undefined;
  /** The tracks that the viewer may switch to. */
  readonly tracks: readonly { readonly id: string; readonly name: string }[];
  readonly mayDistrict: boolean;
}

/** A ranking with its frame, and the page that is shown, from 1 on. */
export interface RankingView extends Frame {
  readonly shown: ShownRanking;
  readonly page: number;
}
