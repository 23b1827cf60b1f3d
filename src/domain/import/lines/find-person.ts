import type { Cadre } from '../../people/cadre.ts';
import type { Complaint } from './line.ts';

/** Where a person is looked for: in a unit first, then among the district's leaders. */
interface Where {
  readonly unit?: string;
  /** The unit as cards call it. */
  readonly unitName?: string;
}

const withPost = /^(.+?)[（(](.+)[）)]$/u;

/** A person's name without the spaces that align it. */
export function foldPerson(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

/** People by their names. */
export type Roster = ReadonlyMap<string, readonly Cadre[]>;

/** Indexes people by name. */
export function rosterOf(cadres: Iterable<Cadre>): Roster {
  const roster = new Map<string, Cadre[]>();
  for (const cadre of cadres) {
    const name = foldPerson(cadre.name);
    const list = roster.get(name) ?? [];
    list.push(cadre);
    roster.set(name, list);
  }
  return roster;
}

function isIn(cadre: Cadre, unit: string): boolean {
  return cadre.unit === unit || cadre.posts.some((post) => post.unit === unit);
}

function hasPost(cadre: Cadre, post: string): boolean {
  return [cadre.post, ...cadre.posts.map((one) => one.post)].some((one) => foldPerson(one) === post);
}

function poolOf(found: readonly Cadre[], { unit }: Where): readonly Cadre[] {
  const own = unit === undefined ? [] : found.filter((cadre) => isIn(cadre, unit));
  if (own.length > 0) return own;
  return found.filter(({ roles }) => roles.includes('district_leader'));
}

/** The id of the person a text names (`刘洋（经济发展办公室主任）` tells two apart by their post), or what is wrong with it. */
export function findPerson(
  text: string,
  roster: Roster,
  where: Where & { readonly role: string },
): { id: string } | Complaint {
  const [, name = text, post] = withPost.exec(text.trim()) ?? [];
  const found = roster.get(foldPerson(name)) ?? [];
  const pool = poolOf(found, where);
  const fitting = post === undefined ? pool : pool.filter((cadre) => hasPost(cadre, foldPerson(post)));
  const [only] = fitting;
  if (fitting.length === 1 && only) return { id: only.id };
  const place = where.unitName ? `在${where.unitName}` : '';
  if (fitting.length > 1)
    return {
      say: `${where.role}“${foldPerson(name)}”${place}有${fitting.length}人（${fitting.map((cadre) => cadre.post).join('、')}），无法确定。`,
      remedy: `在姓名后注明职务，如“${foldPerson(name)}（${fitting.at(-1)?.post ?? '职务'}）”。`,
    };
  return {
    say: `${where.role}“${text.trim()}”${where.unitName ? `不是${where.unitName}的干部` : '不在区领导名单中'}。`,
    remedy: elsewhere(found) || '核对姓名，或先在干部名册中登记。',
  };
}

function elsewhere(found: readonly Cadre[]): string {
  if (found.length === 0) return '';
  const where = found.map(({ unit_name, post }) => `${unit_name}${post}`).slice(0, 3);
  return `核对姓名和单位；名册中同名的有：${where.join('、')}。`;
}
