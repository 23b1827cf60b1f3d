import type { Cadre } from '../../people/cadre.ts';
import { type Role, roleNames } from '../../people/role.ts';
import { foldWords, listed } from '../cells/cell-text.ts';
import { readMonth } from '../cells/read-month.ts';
import { type Desk, lay, nextId } from '../lines/desk.ts';
import { foldPerson, rosterOf } from '../lines/find-person.ts';
import { cellAt, complainAt, type Line, soundLines, textAt } from '../lines/line.ts';
import type { NameBook } from '../lines/name-book.ts';
import type { Table } from '../table/read-table.ts';

type Post = Cadre['posts'][number];

const roleOf = new Map(Object.entries(roleNames).map(([role, name]) => [name, role as Role]));
/** District leaders stand under 区领导, which is no unit. */
const leaders = /^[区县市]领导$/;

interface Place {
  readonly unit: string | null;
  readonly unit_name: string;
}

function placeNamed(desk: Desk, text: string, book: NameBook): Place | undefined {
  const words = foldWords(text);
  if (leaders.test(words)) return { unit: null, unit_name: words };
  const [id, other] = book.idsOf(text);
  const unit = id === undefined || other !== undefined ? undefined : desk.docs.units.get(id);
  return unit && { unit: unit.id, unit_name: unit.short_name };
}

function placeAt(desk: Desk, line: Line, book: NameBook): Place | undefined {
  const text = textAt(line, 'unit');
  const place = placeNamed(desk, text, book);
  if (place) return place;
  const near = book.near(text);
  complainAt(
    desk,
    { ...line, at: 'unit' },
    {
      say:
        text === '' ? '没有填写单位。' : `单位“${text}”不在单位名册中。${near ? `相近的有：${near}。` : ''}`,
      remedy: '改为名册中的单位名称、简称或别名，或先在单位名册中增加该单位。',
    },
  );
  return undefined;
}

function rolesAt(desk: Desk, line: Line, before: Cadre | undefined): Role[] {
  const words = listed(textAt(line, 'roles'));
  const roles = words.flatMap((word) => roleOf.get(foldWords(word)) ?? []);
  if (words.length > 0 && roles.length === words.length) return [...new Set(roles)];
  if (words.length > 0)
    complainAt(
      desk,
      { ...line, at: 'roles' },
      {
        say: `系统角色“${words.filter((word) => !roleOf.has(foldWords(word))).join('、')}”不可用。`,
        remedy: `可选：${Object.values(roleNames).join('、')}。`,
      },
    );
  return before?.roles ?? ['cadre'];
}

/** A month that is none leaves the field as it was, blank for a new person. */
function sinceAt(desk: Desk, line: Line, before: Cadre | undefined): string {
  const cell = cellAt(line, 'since');
  const month = cell && readMonth(cell);
  if (month) return month;
  if (cell)
    complainAt(
      desk,
      { ...line, at: 'since' },
      {
        say: `“任现职时间”${cell.text}不是有效的年月。`,
        remedy: '改为“2024.12”这样的年月；无法确认的可留空，由本人补正。',
      },
    );
  return before?.post_since ?? '';
}

/** The post at the head of a text that names a second one: before 兼, or, of a leader who heads a unit, the first. */
function mainPost(post: string, own: string | null, second: Post): Post {
  const [first = post] = post.split(/[，,]\s*兼/u);
  if (first !== post) return { unit: own, post: first };
  if (second.unit !== own) return { unit: own, post };
  const [head = post] = post.split('、');
  return { unit: null, post: head };
}

function postsAt(desk: Desk, line: Line, { place, book }: { place: Place; book: NameBook }): Post[] {
  const post = textAt(line, 'post');
  const text = textAt(line, 'posts');
  if (text === '') return [{ unit: place.unit, post }];
  const others = text.split(/[\n；;]/u).map((entry): Post | undefined => {
    const [, unit = '', other = ''] = /^([^:：]+)[:：](.+)$/u.exec(entry.trim()) ?? [];
    const found = placeNamed(desk, unit, book);
    return found && { unit: found.unit, post: other.trim() };
  });
  const [second] = others;
  if (second && others.every((one) => one !== undefined))
    return [mainPost(post, place.unit, second), ...others];
  complainAt(
    desk,
    { ...line, at: 'posts' },
    {
      say: `兼任“${text}”读不出单位和职务，或单位不在名册中。`,
      remedy: '按“单位：职务”填写，单位用名册中的名称。',
    },
  );
  return [{ unit: place.unit, post }];
}

type Found = Pick<Cadre, 'name' | 'unit' | 'post'>;
const keyOf = ({ name, unit, post }: Found) => `${foldPerson(name)}|${unit}|${foldPerson(post)}`;

/** In the store the one of this unit with the same post, else the only one with the name. */
function matcher(desk: Desk, wanted: readonly Found[]): (person: Found) => Cadre | undefined {
  const roster = rosterOf(desk.base.cadres.values());
  const times = new Map<string, number>();
  for (const { name, unit } of wanted) {
    const key = `${foldPerson(name)}|${unit}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return (person) => {
    const same = (roster.get(foldPerson(person.name)) ?? []).filter(({ unit }) => unit === person.unit);
    const exact = same.find((cadre) => foldPerson(cadre.post) === foldPerson(person.post));
    const alone = same.length === 1 && times.get(`${foldPerson(person.name)}|${person.unit}`) === 1;
    return exact ?? (alone ? same[0] : undefined);
  };
}

interface Read {
  readonly line: Line;
  readonly place: Place;
  readonly person: Found;
}

function readLines(desk: Desk, tables: readonly Table[], book: NameBook): Read[] {
  const seen = new Map<string, Line>();
  return soundLines(desk, tables).flatMap((line) => {
    const name = foldPerson(textAt(line, 'name'));
    const post = textAt(line, 'post');
    if (name === '' || post === '') {
      const field = name === '' ? 'name' : 'post';
      complainAt(
        desk,
        { ...line, at: field },
        {
          say: `没有填写${name === '' ? '姓名' : '职务'}。`,
          remedy: '补充后重新导入。',
        },
      );
      return [];
    }
    const place = placeAt(desk, line, book);
    if (!place) return [];
    const person = { name, unit: place.unit, post };
    const earlier = seen.get(keyOf(person));
    if (earlier) {
      complainAt(
        desk,
        { ...line, at: 'name' },
        {
          say: `与第${earlier.row.number}行重复：${place.unit_name} ${name}。`,
          remedy: '删除重复行；若确为同名同职两人，请在职务列注明分工加以区分。',
        },
      );
      return [];
    }
    seen.set(keyOf(person), line);
    return [{ line, place, person }];
  });
}

function warnElsewhere(desk: Desk, { line, person, place }: Read): void {
  const same = [...desk.base.cadres.values()].filter(
    ({ name, unit, post }) => foldPerson(name) === person.name && unit !== place.unit && post === person.post,
  );
  if (same.length === 0) return;
  complainAt(
    desk,
    { ...line, at: 'name' },
    {
      severity: 'warning',
      say: `${same[0]?.unit_name}已有同名同职的${person.name}，本行将作为另一人新增。`,
      remedy: '若是同一人调动，请先在系统中办理调动，再删除本行。',
    },
  );
}

/** Plans 干部名册: people are told apart by name, unit and post; new ones get the next numbers. */
export function planCadres(desk: Desk, tables: readonly Table[], book: NameBook): void {
  const read = readLines(desk, tables, book);
  const match = matcher(
    desk,
    read.map(({ person }) => person),
  );
  for (const one of read) {
    const { line, place, person } = one;
    const before = match(person);
    if (!before) warnElsewhere(desk, one);
    lay(desk, 'cadres', {
      id: before?.id ?? nextId(desk, 'cadres'),
      name: person.name,
      ...place,
      post: person.post,
      rank: textAt(line, 'rank') || (before?.rank ?? ''),
      posts: postsAt(desk, line, { place, book }),
      post_since: sinceAt(desk, line, before),
      roles: rolesAt(desk, line, before),
    });
  }
}
