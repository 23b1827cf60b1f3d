import { rankIndicator } from '#src/domain/assessment/ranking/rank-indicator.ts';
import { rankTaskForce } from '#src/domain/assessment/ranking/rank-task-force.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { Book } from '#src/domain/assessment/scoring/book.ts';
import type { Problem } from '#src/domain/enterprise/problem.ts';
import type { Role } from '#src/domain/people/role.ts';
import type { Chat } from './chats.ts';
import type { Person } from './people.ts';
import type { Fact } from './secrets.ts';

/**
 * What may be seen, written a second time from the domain's words (§1, §7, §8, issue 4 §5) and never from `src/authorize`: the matrix
 * compares every answer with it. Only places and scores are the product's own; that they are right is `test/domain`'s promise.
 */

/** The ranking that was asked for. */
export interface Listing {
  readonly scope: 'tracks' | 'track' | 'district' | 'task_force' | 'indicator';
  readonly of?: string;
  readonly period: string;
}

/** Who reads an answer: one person alone, or a group. */
export interface Reader {
  readonly person?: Person;
  readonly chat?: Chat;
}

/** What an answer may be about. */
export interface Asked {
  readonly listing?: Listing | undefined;
  /** The problems as they are before and after the step; a handler before it may still read what they had. */
  readonly problems: readonly Problem[];
}

const staffRoles: readonly Role[] = [
  'cadre',
  'unit_head',
  'task_force_office',
  'district_leader',
  'assessment_office',
  'organization_dept',
  'supervision_office',
  'enterprise_desk',
  'admin',
];

/** Whether the person holds one of the roles. */
export function holdsOne(person: Person, ...roles: readonly Role[]): boolean {
  return person.roles.some((role) => roles.includes(role));
}

/** Whether the person works for the district in any role: entrepreneurs see no ranking at all (domain §8). */
export const isStaff = (person: Person): boolean => holdsOne(person, ...staffRoles);

/** §8: district leaders, the assessment office, the organization department and the supervision office see everything in private. */
export const seesAll = (person: Person): boolean =>
  holdsOne(person, 'district_leader', 'assessment_office', 'organization_dept', 'supervision_office');

/** §1: a task force's office sees all indicators of its task force. */
function isOfficeOf(book: Book, person: Person, force: string): boolean {
  const contacts = book.taskForce(force).office_contacts;
  return holdsOne(person, 'task_force_office') && contacts.includes(person.cadre ?? '');
}

function forceOf(book: Book, listing: Listing): string | undefined {
  if (listing.scope === 'task_force') return listing.of;
  if (listing.scope !== 'indicator') return undefined;
  return book.input.taskForces.find(({ indicators }) => indicators.includes(listing.of ?? ''))?.id;
}

interface Row {
  readonly unit: { readonly id: string };
  readonly place: number | null;
}

function tablesOf(book: Book, { scope, of = '', period }: Listing, now: string): readonly (readonly Row[])[] {
  const when = { period, now };
  if (scope === 'task_force') return [rankTaskForce(book, { taskForce: of, ...when }).units];
  if (scope === 'indicator')
    return rankIndicator(book, { indicator: of, ...when }).tracks.map(({ rows }) => rows);
  const tracks = scope === 'track' ? [of] : book.tracksOf(2026).map(({ id }) => id);
  return tracks.map((track) => scoreTrack(book, { track, ...when }).units);
}

/** The first five and two neighbours each side of these units, table by table; a tie at the fifth place comes in whole. */
function firstAndNear(tables: readonly (readonly Row[])[], units: readonly string[]): string[] {
  return tables.flatMap((rows) => {
    const own = rows.flatMap((row, at) => (units.includes(row.unit.id) ? [at] : []));
    const near = (at: number) => own.some((mine) => mine - 2 <= at && at <= mine + 2);
    return rows.filter(({ place }, at) => (place ?? 99) < 6 || near(at)).map(({ unit }) => unit.id);
  });
}

const everyUnit = (book: Book) => book.input.units.map(({ id }) => id);

/** Whose places and scores may be shown to the reader in this ranking. */
export function rowsFor(
  book: Book,
  reader: Reader,
  { listing, now }: { listing: Listing; now: string },
): string[] {
  const { chat, person } = reader;
  const tables = () => tablesOf(book, listing, now);
  const all = () => tables().flatMap((rows) => rows.map(({ unit }) => unit.id));
  const force = forceOf(book, listing);
  if (chat?.kind === 'leaders' || chat?.full === true) return all();
  if (chat?.kind === 'public_ranking') return firstAndNear(tables(), []);
  if (chat?.kind === 'unit') return firstAndNear(tables(), [chat.of ?? '']);
  if (chat?.kind === 'task_force') {
    const members = book.taskForce(chat.of ?? '').members;
    return force === chat.of ? all().filter((unit) => members.includes(unit)) : [];
  }
  if (!person || !isStaff(person)) return [];
  if (seesAll(person) || (force !== undefined && isOfficeOf(book, person, force))) return all();
  return firstAndNear(tables(), person.units);
}

/** Whose place may be said outside a ranking, as in an explanation: the unit's own, or everybody's to those who see all. */
function placesAlone(book: Book, { chat, person }: Reader): readonly string[] {
  if (chat) return chat.kind === 'leaders' ? everyUnit(book) : chat.kind === 'unit' ? [chat.of ?? ''] : [];
  if (!person || !isStaff(person)) return [];
  return seesAll(person) ? everyUnit(book) : person.units;
}

/** Issue 4 §5: a unit sees its own raw values, not others'; a task force its units' on its indicators; public rankings none. */
export function mayReadValue(
  book: Book,
  { chat, person }: Reader,
  on: { unit: string; indicator: string },
): boolean {
  const force = book.input.taskForces.find(({ indicators }) => indicators.includes(on.indicator));
  if (chat?.kind === 'leaders') return true;
  if (chat?.kind === 'unit') return chat.of === on.unit;
  if (chat?.kind === 'task_force') return force?.id === chat.of && force?.members.includes(on.unit) === true;
  if (chat || !person || !isStaff(person)) return false;
  const office = force !== undefined && isOfficeOf(book, person, force.id);
  return seesAll(person) || office || person.units.includes(on.unit);
}

/** §7: the desk, the handler and the unit's head handle a case; the unit's other cadres read it; the company its own. */
export function sideOf(person: Person, problem: Problem): 'handles' | 'reads' | 'asked' | undefined {
  if (person.enterprise !== undefined) return person.enterprise === problem.enterprise ? 'asked' : undefined;
  if (holdsOne(person, 'enterprise_desk')) return 'handles';
  if (person.cadre !== undefined && person.cadre === problem.handler) return 'handles';
  if (problem.unit === null || !person.units.includes(problem.unit)) return undefined;
  return holdsOne(person, 'unit_head') ? 'handles' : 'reads';
}

function mayReadProblem(
  { chat, person }: Reader,
  kind: string,
  { id, problems }: { id: string; problems: readonly Problem[] },
) {
  if (chat || !person) return false;
  if (kind === 'phone') {
    const sides = problems.filter(({ enterprise }) => enterprise === id).map((each) => sideOf(person, each));
    return person.enterprise === id || sides.includes('handles');
  }
  return problems.some((each) => each.id === id && sideOf(person, each) !== undefined);
}

/** Whether somebody with one of the roles reads it with nobody beside them. */
function aloneAs({ chat, person }: Reader, ...roles: readonly Role[]): boolean {
  return chat === undefined && person !== undefined && holdsOne(person, ...roles);
}

/** Whether the reader may be shown the fact in an answer to what was asked. */
export function mayRead(
  book: Book,
  reader: Reader,
  { fact, asked, now }: { fact: Fact; asked: Asked; now: string },
): boolean {
  const [kind = '', id = '', indicator = ''] = fact.split(':');
  if (kind === 'row') {
    const listed = asked.listing ? rowsFor(book, reader, { listing: asked.listing, now }) : [];
    return listed.includes(id) || placesAlone(book, reader).includes(id);
  }
  if (kind === 'value') return mayReadValue(book, reader, { unit: id, indicator });
  if (kind === 'tasks') return aloneAs(reader, 'cadre');
  if (kind === 'invitation') return aloneAs(reader, 'admin', 'enterprise_desk');
  // Who did what, and what was not delivered to whom, is read where the system is run.
  if (kind === 'parked' || kind === 'trail') return aloneAs(reader, 'admin');
  if (kind === 'pending') return aloneAs(reader, 'assessment_office');
  return mayReadProblem(reader, kind, { id, problems: asked.problems });
}
