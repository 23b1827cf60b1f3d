import type { Vocabulary } from '../names/vocabulary.ts';
import type { Measure } from '../numbers/measures.ts';
import type { SaidPeriod } from '../periods/said-period.ts';
import type { WordRole } from '../text/words.ts';
import type { Naming, Token } from '../tokens/token.ts';
import type { Reading } from './reading.ts';

/**
 * What was said of one figure of a sentence and may be meant of those behind it too: 11月预计固投15.8亿，社零增速5.5%; 全市10月固投1200亿，
 * 社零增速5.1%; 上年同期固投13.4亿，社零增速4.6%. They are asked about.
 */
export type Shadow = 'goal' | 'forecast' | 'city' | 'last_year';

/** Names, or units, that take the numbers behind 分别 in turn; undefined stands for a name that is not known. */
interface Turn {
  readonly namings: readonly (Naming | undefined)[];
  /** Unknown names by their place in the list. */
  readonly unknown: readonly (string | undefined)[];
  readonly units: readonly (readonly string[])[];
  /** More units were listed than are known: whose a number is stays open. */
  readonly isOpen: boolean;
  readonly roles: readonly WordRole[];
  readonly first: number;
}

/** What is known while a message is read from left to right. */
export interface ProgressState {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly now: string;
  /** The units that the sender speaks for, main post first. */
  readonly sender: readonly string[];
  readonly readings: Reading[];
  naming: Naming | undefined;
  units: readonly string[] | undefined;
  /** The unit was named by a word that may only be the subject of a list (财政：…). */
  topic: boolean;
  period: SaidPeriod | undefined;
  firstPeriod: SaidPeriod | undefined;
  /** A period stands ahead of the figures (10月：), so that 本月 means that one. */
  periodAhead: boolean;
  /** The period was said with 当月: figures are the month's own until another period is said. */
  ownPeriod: boolean;
  measure: Measure | undefined;
  headMeasure: Measure | undefined;
  /** Something that only begins with a unit's name (桃园社区): whose the figures are is unknown. */
  unitDoubt: string;
  /** The unknown thing spoken of last (其中房地产120亿): what follows without a name is of it, not of the name before. */
  lost: string;
  namings: Naming[];
  unitList: (readonly string[])[];
  turn: Turn | undefined;
  bracket: Bracket | undefined;
  /** Whose figures are spoken of, while a part of them is (其中城投1.2亿). */
  part: { readonly units: readonly string[] | undefined } | undefined;
  /** What the head of the list says of all its figures. */
  head: readonly WordRole[];
  shadow: Shadow | undefined;
  /** Of the sentence so far. */
  figures: number;
  clause: ClauseState;
  previous: Token | undefined;
}

/** What was known where a bracket opened right after a number. */
interface Bracket {
  readonly units: readonly string[] | undefined;
  readonly period: SaidPeriod | undefined;
  readonly readings: number;
  readonly afterNumber: boolean;
}

/** What was said since the last comma, most of it only since the last number. */
export interface ClauseState {
  readonly from: number;
  /** The period that was known before it. */
  readonly periodBefore: SaidPeriod | undefined;
  /** A plan, a forecast, the city's or last year's was spoken of before the name. */
  led: boolean;
  roles: WordRole[];
  /** Words that nothing explains. */
  strange: string;
  named: boolean;
  /** Pieces of a name that a period or number may have torn apart (专项债10月支出进度). */
  pieces: string;
  numbered: boolean;
  bareYear: number | undefined;
  /** Where the last number ended that had no measure: one beside it would be torn (1 186 500). */
  openEnd: number | undefined;
  /** The clause before spoke of a fall and held no figure: 呈负增长，为1.2%. */
  readonly afterFall: boolean;
}

/** A clause that begins at a place of the text, behind another. */
export function clauseAt(
  from: number,
  periodBefore: SaidPeriod | undefined,
  before?: ClauseState,
): ClauseState {
  return {
    periodBefore,
    led: false,
    afterFall: before !== undefined && !before.numbered && before.roles.includes('fall'),
    from,
    roles: [],
    strange: '',
    named: false,
    pieces: '',
    numbered: false,
    bareYear: undefined,
    openEnd: undefined,
  };
}
