import { divide, rational, toDecimal } from '../../../shared/rational.ts';
import type { Track } from '../../assessment/records/track.ts';
import { trackSchema } from '../../assessment/records/track.ts';
import { numberOf } from '../cells/cell-number.ts';
import { foldWords, listed } from '../cells/cell-text.ts';
import { type Desk, lay, nextId } from '../lines/desk.ts';
import { cellAt, complainAt, type Line, soundLines, textAt, yearOfTable } from '../lines/line.ts';
import type { NameBook } from '../lines/name-book.ts';
import type { Table } from '../table/read-table.ts';

function foldTrack(name: string): string {
  return foldWords(name).replace(/赛道$/, '');
}

/** The track of a year by its name, undefined when there is none. */
export function trackNamed(desk: Desk, name: string, year: number): Track | undefined {
  const wanted = foldTrack(name);
  return [...desk.docs.tracks.values()].find(
    (track) => track.year === year && foldTrack(track.name) === wanted,
  );
}

/** Adds a track without units, everything else as usual. */
export function newTrack(desk: Desk, name: string, year: number): Track {
  const id = nextId(desk, 'tracks');
  const track = trackSchema.parse({ id, name, description: '', year, units: [] });
  lay(desk, 'tracks', track);
  return track;
}

/** `30%`, 0.3 and 30 % in a % format are a share of 0.30. */
function shareAt(desk: Desk, line: Line, field: string): string | undefined {
  const cell = cellAt(line, field);
  if (!cell) return undefined;
  const number = numberOf(cell);
  const share =
    number?.measure?.dimension === 'percent' ? divide(number.value, rational(100)) : number?.value;
  if (share && share.num >= 0n && share.num <= share.den) return toDecimal(share, 20);
  complainAt(
    desk,
    { ...line, at: field },
    {
      say: `等次比例“${cell.text}”不是0—100%之间的比例。`,
      remedy: '填写比例，如 30%。',
    },
  );
  return undefined;
}

function capAt(desk: Desk, line: Line): string | undefined {
  const cell = cellAt(line, 'bonus_cap');
  if (!cell) return undefined;
  const number = numberOf(cell);
  const isPoints =
    number && (!number.measure || number.measure.dimension === 'score') && number.value.num >= 0n;
  if (isPoints) return toDecimal(number.value, 20);
  complainAt(
    desk,
    { ...line, at: 'bonus_cap' },
    {
      say: `加分上限“${cell.text}”不是分数。`,
      remedy: '填写不小于0的分数，如 5。',
    },
  );
  return undefined;
}

function definedBy(desk: Desk, line: Line, track: Track): Track {
  const description = textAt(line, 'description') || track.description;
  const cap = capAt(desk, line);
  const first = shareAt(desk, line, 'first_quota');
  const second = shareAt(desk, line, 'second_quota');
  return {
    ...track,
    name: textAt(line, 'name'),
    description,
    bonus_cap: cap ?? track.bonus_cap,
    first_quota: first ?? track.first_quota,
    second_quota: second ?? track.second_quota,
  };
}

/** Lays the tracks that sheets define on the desk, their units not yet; gives the lines whose units are to follow. */
export function planTracks(desk: Desk, tables: readonly Table[]): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const line of soundLines(desk, tables)) {
    const name = textAt(line, 'name');
    const year = yearOfTable(line.table, desk);
    if (name === '') {
      complainAt(
        desk,
        { ...line, at: 'name' },
        { say: '没有填写赛道名称。', remedy: '填写赛道名称，或删除该行。' },
      );
      continue;
    }
    const track = trackNamed(desk, name, year) ?? newTrack(desk, name, year);
    const earlier = lines.get(track.id);
    if (earlier) {
      complainAt(
        desk,
        { ...line, at: 'name' },
        {
          say: `赛道“${name}”与第${earlier.row.number}行重复。`,
          remedy: '删除其中一行后重新导入。',
        },
      );
      continue;
    }
    lines.set(track.id, line);
    lay(desk, 'tracks', definedBy(desk, line, track));
  }
  return lines;
}

/** Moves a unit into a track, out of any other of the year. */
export function enterTrack(desk: Desk, unit: string, track: Track): void {
  for (const other of desk.docs.tracks.values()) {
    const leaves = other.id !== track.id && other.year === track.year && other.units.includes(unit);
    if (leaves) lay(desk, 'tracks', { ...other, units: other.units.filter((id) => id !== unit) });
  }
  const current = desk.docs.tracks.get(track.id) ?? track;
  if (!current.units.includes(unit)) lay(desk, 'tracks', { ...current, units: [...current.units, unit] });
  const doc = desk.docs.units.get(unit);
  if (doc && doc.track !== track.id) lay(desk, 'units', { ...doc, track: track.id });
}

function unitsOf(desk: Desk, line: Line, book: NameBook): string[] | undefined {
  const names = listed(textAt(line, 'units'));
  const ids = names.map((name) => book.idsOf(name));
  const unknown = names.filter((_, index) => ids[index]?.length !== 1);
  if (unknown.length === 0) return [...new Set(ids.flat())];
  const near = unknown.map((name) => book.near(name)).find((words) => words !== '');
  complainAt(
    desk,
    { ...line, at: 'units' },
    {
      say: `单位名单中的“${unknown.join('、')}”不在单位名册中。${near ? `相近的有：${near}。` : ''}`,
      remedy: '改为名册中的单位名称或简称，或先在单位名册中增加该单位；改正前名单不变。',
    },
  );
  return undefined;
}

function checkCount(desk: Desk, line: Line, units: readonly string[]): void {
  const cell = cellAt(line, 'count');
  const stated = cell && numberOf(cell)?.value;
  if (!cell || !stated || (stated.den === 1n && stated.num === BigInt(units.length))) return;
  complainAt(
    desk,
    { ...line, at: 'count' },
    {
      severity: 'warning',
      say: `单位数填的是${cell.text}，名单中有${units.length}个单位。`,
      remedy: '核对单位名单；以名单为准。',
    },
  );
}

/** Puts the units that lines name into their tracks, once the units are known. */
export function planMembership(desk: Desk, lines: ReadonlyMap<string, Line>, book: NameBook): void {
  for (const [id, line] of lines) {
    if (textAt(line, 'units') === '') continue;
    const units = unitsOf(desk, line, book);
    const track = desk.docs.tracks.get(id);
    if (!units || !track) continue;
    checkCount(desk, line, units);
    for (const unit of units) enterTrack(desk, unit, track);
    const current = desk.docs.tracks.get(id) ?? track;
    lay(desk, 'tracks', { ...current, units });
  }
}
