import type { Track } from '../../assessment/records/track.ts';
import { type Unit, unitSchema } from '../../assessment/records/unit.ts';
import { foldName } from '../../language/text/fold-text.ts';
import { foldWords, listed } from '../cells/cell-text.ts';
import { type Desk, lay, nextId } from '../lines/desk.ts';
import { complainAt, type Line, soundLines, textAt, yearOfTable } from '../lines/line.ts';
import type { Table } from '../table/read-table.ts';
import { enterTrack, newTrack, trackNamed } from './plan-tracks.ts';

type Grade = Unit['grades'][string];

const gradeOf: Readonly<Record<string, Grade>> = { 一: 'first', 二: 'second', 三: 'third' };

/** The kinds of units by their category and, where a category holds two, their name. */
function kindOf(category: string, name: string): Unit['kind'] | undefined {
  const words = foldWords(category);
  if (/园区|平台|国企|企业/.test(words)) return /公司|集团/.test(name) ? 'soe' : 'park';
  if (/镇|街道|乡/.test(words)) return /[镇乡](?:人民政府|政府)?$/.test(name) ? 'town' : 'street';
  return /机关|部门|党群|政府/.test(words) ? 'department' : undefined;
}

interface Seen {
  readonly line: Line;
  readonly track: string;
}

/** Finds the unit in the store by its full name, else by its short name. */
function unitAt(desk: Desk, name: string, short: string): Unit | undefined {
  const units = [...desk.docs.units.values()];
  const by = (wanted: string, of: (unit: Unit) => string) =>
    wanted === '' ? undefined : units.find((unit) => foldName(of(unit)) === foldName(wanted));
  return by(name, (unit) => unit.name) ?? by(short, (unit) => unit.short_name);
}

function trackAt(desk: Desk, line: Line, shown: string): Track | undefined {
  const year = yearOfTable(line.table, desk);
  const words = textAt(line, 'track');
  if (words === '') {
    complainAt(
      desk,
      { ...line, at: 'track' },
      {
        say: `单位“${shown}”没有填写赛道，无法纳入考核。`,
        remedy: '在“所在赛道”列选择一个赛道；若不参加考核请删除该行。',
      },
    );
    return undefined;
  }
  const tracks = [...desk.docs.tracks.values()].filter((track) => track.year === year);
  // An empty store learns its tracks here.
  const track =
    trackNamed(desk, words, year) ?? (isFirst(desk, tracks) ? newTrack(desk, words, year) : undefined);
  if (track) return track;
  complainAt(
    desk,
    { ...line, at: 'track' },
    {
      say: `赛道“${words}”不存在。现有：${tracks.map(({ name }) => name).join('、')}。`,
      remedy: '改为现有的赛道，或先在赛道表中增加。',
    },
  );
  return undefined;
}

function isFirst(desk: Desk, tracks: readonly Track[]): boolean {
  return tracks.every(({ id }) => !desk.base.tracks.has(id) && desk.named.tracks.has(id) && !desk.trackSheet);
}

function gradesAt(desk: Desk, line: Line, before: Unit['grades']): Unit['grades'] {
  const words = foldWords(textAt(line, 'grade'));
  if (words === '') return before;
  const year = /(\d{4})/.exec(line.table.columns.get('grade')?.leaf ?? '')?.[1];
  const grade = gradeOf[/^第?([一二三])等次?$/.exec(words)?.[1] ?? ''];
  if (grade && year) return { ...before, [year]: grade };
  complainAt(
    desk,
    { ...line, at: 'grade' },
    {
      say: year
        ? `等次“${textAt(line, 'grade')}”不可用，可选：一等、二等、三等。`
        : '等次列的标题没有写明年度。',
      remedy: year ? '改为三个等次之一；没有等次请填“—”。' : '把标题改为“2025年度等次”这样的写法。',
    },
  );
  return before;
}

function unitOf(desk: Desk, line: Line, before: Unit | undefined): Unit | undefined {
  const name = textAt(line, 'name') || (before?.name ?? '');
  const short = textAt(line, 'short_name') || (before?.short_name ?? '');
  const category = textAt(line, 'kind');
  const kind = category === '' ? before?.kind : kindOf(category, name);
  if (!kind || name === '' || short === '') {
    const field = name === '' ? 'name' : short === '' ? 'short_name' : 'kind';
    const what = { name: '单位全称', short_name: '简称', kind: '单位类别' }[field];
    complainAt(
      desk,
      { ...line, at: field },
      {
        say:
          textAt(line, field) === ''
            ? `没有填写${what}。`
            : `单位类别“${category}”不可用，可选：机关部门、镇街道、园区、平台、国企。`,
        remedy: `填写${what}后重新导入。`,
      },
    );
    return undefined;
  }
  const aliases = textAt(line, 'aliases');
  return {
    id: before?.id ?? nextId(desk, 'units'),
    name,
    short_name: short,
    aliases: aliases === '' ? (before?.aliases ?? []) : listed(aliases),
    kind,
    kind_name: category || (before?.kind_name ?? ''),
    track: before?.track ?? '',
    grades: gradesAt(desk, line, before?.grades ?? {}),
  };
}

function complainRepeated(desk: Desk, line: Line, earlier: Seen): void {
  const track = textAt(line, 'track');
  const other = track !== '' && foldWords(track) !== foldWords(earlier.track);
  const name = textAt(line, 'name') || textAt(line, 'short_name');
  complainAt(
    desk,
    { ...line, at: line.table.columns.has('name') ? 'name' : 'short_name' },
    {
      say: `单位“${name}”与第${earlier.line.row.number}行重复${other ? `，且赛道不一致（${earlier.track}／${track}）` : ''}。`,
      remedy: `删除其中一行${other ? `，赛道以第${earlier.line.row.number}行为准` : ''}后重新导入。`,
    },
  );
}

/** Plans 单位名册: new units get the next numbers, known ones are found by full or short name. */
export function planUnits(desk: Desk, tables: readonly Table[]): void {
  const seen = new Map<string, Seen>();
  for (const line of soundLines(desk, tables)) {
    const [name, short] = [textAt(line, 'name'), textAt(line, 'short_name')];
    const keys = [name, short].filter((text) => text !== '').map(foldName);
    const earlier = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    if (earlier) {
      complainRepeated(desk, line, earlier);
      continue;
    }
    for (const key of keys) seen.set(key, { line, track: textAt(line, 'track') });
    const track = trackAt(desk, line, short || name);
    const unit = track && unitOf(desk, line, unitAt(desk, name, short));
    if (!track || !unit || !unitSchema.safeParse(unit).success) continue;
    lay(desk, 'units', unit);
    enterTrack(desk, unit.id, track);
  }
}
