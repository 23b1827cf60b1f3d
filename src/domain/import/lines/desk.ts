import type {
  ImportBase,
  ImportedCollection,
  ImportedRecords,
  ImportMoment,
  ImportProblem,
} from '../plan/import-plan.ts';

/** The collections whose records are laid on the desk by id. Reports are only ever added, and there may be hundreds of thousands. */
export type Laid = Exclude<ImportedCollection, 'reports'>;
type Docs = { readonly [N in Laid]: Map<string, ImportedRecords[N]> };

/** Problems beyond these are only counted: a workbook of another kind of form may have one in every cell. */
const mostProblems = 2000;

/** What an import works on: the records as they would stand, which of them the workbook names, and what is wrong so far. */
export interface Desk {
  readonly base: Docs;
  readonly docs: Docs;
  readonly named: Readonly<Record<Laid, Set<string>>>;
  readonly storedReports: ImportBase['reports'];
  readonly newReports: ImportedRecords['reports'][];
  /** Values of the workbook in place of others that are in force. */
  readonly changedReports: {
    readonly before: ImportedRecords['reports'];
    readonly after: ImportedRecords['reports'];
  }[];
  readonly moment: ImportMoment;
  readonly problems: ImportProblem[];
  unlisted: number;
  /** Errors so far, warnings not counted. */
  errors: number;
  /** Values of the workbook that are in force already. */
  unchangedReports: number;
  /** Whether the workbook defines the tracks itself; else a first list of units does. */
  trackSheet: boolean;
  /** The highest number given so far. */
  readonly highest: Map<ImportedCollection, number>;
}

/** The id of a record in the store. */
export function idOf<N extends Laid>(name: N, doc: ImportedRecords[N]): string {
  if (name === 'benchmarks') {
    const { indicator, period } = doc as ImportedRecords['benchmarks'];
    return `${indicator}|${period}`;
  }
  return name === 'indicators' ? (doc as ImportedRecords['indicators']).code : (doc as { id: string }).id;
}

function mapOf<N extends Laid>(name: N, base: ImportBase): Map<string, ImportedRecords[N]> {
  const docs: readonly ImportedRecords[N][] = base[name];
  return new Map(docs.map((doc) => [idOf(name, doc), doc]));
}

function docsOf(base: ImportBase): Docs {
  return {
    units: mapOf('units', base),
    tracks: mapOf('tracks', base),
    task_forces: mapOf('task_forces', base),
    cadres: mapOf('cadres', base),
    indicators: mapOf('indicators', base),
    benchmarks: mapOf('benchmarks', base),
    assignments: mapOf('assignments', base),
  };
}

function noneNamed(): Desk['named'] {
  return {
    units: new Set(),
    tracks: new Set(),
    task_forces: new Set(),
    cadres: new Set(),
    indicators: new Set(),
    benchmarks: new Set(),
    assignments: new Set(),
  };
}

/** A desk with what the store holds, nothing done yet. */
export function openDesk(base: ImportBase, moment: ImportMoment): Desk {
  return {
    base: docsOf(base),
    docs: docsOf(base),
    named: noneNamed(),
    storedReports: base.reports,
    newReports: [],
    changedReports: [],
    moment,
    problems: [],
    unlisted: 0,
    errors: 0,
    unchangedReports: 0,
    trackSheet: false,
    highest: new Map(),
  };
}

/** Lays a record that the workbook names on the desk, new or in place of the one with its id. */
export function lay<N extends Laid>(desk: Desk, name: N, doc: ImportedRecords[N]): void {
  const id = idOf(name, doc);
  const docs: Map<string, ImportedRecords[N]> = desk.docs[name];
  docs.set(id, doc);
  desk.named[name].add(id);
}

/** Notes what is wrong. */
export function complain(desk: Desk, problem: ImportProblem): void {
  if (problem.severity === 'error') desk.errors += 1;
  if (desk.problems.length < mostProblems) desk.problems.push(problem);
  else desk.unlisted += 1;
}

const numbering = {
  units: ['U', 2],
  tracks: ['T', 1],
  task_forces: ['TF', 2],
  cadres: ['C', 3],
  assignments: ['A', 4],
} as const satisfies Partial<Record<ImportedCollection, readonly [string, number]>>;

/** The next free id of a numbered kind, `U49` after `U48`. */
export function nextId(desk: Desk, name: keyof typeof numbering): string {
  const [prefix, digits] = numbering[name];
  const numbers = [...desk.docs[name].keys()].map((id) => Number(id.slice(prefix.length)));
  const highest =
    desk.highest.get(name) ?? numbers.filter(Number.isSafeInteger).reduce((a, b) => Math.max(a, b), 0);
  desk.highest.set(name, highest + 1);
  return `${prefix}${String(highest + 1).padStart(digits, '0')}`;
}
