import type { ReadTx } from '../../store/document-store.ts';
import type { Touched, TrailEntry } from '../../store/trail.ts';
import { isAsked, isMatter, type TrailFilter } from './trail-filter.ts';

/** An entry with names instead of ids; contents of documents are not in it. */
export interface SeenEntry {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly why: string | undefined;
  readonly large: boolean;
  /** How many documents it touched, and how many of them are what was looked for. */
  readonly total: number;
  readonly asked: number;
  /** The first of those, each with the names of its filled fields. */
  readonly things: readonly {
    readonly collection: string;
    readonly name: string;
    readonly fields: readonly string[];
    readonly removed: boolean;
  }[];
}

/** Who an account is today; somebody who is no longer bound is told by the last characters of the account. */
async function nameOfAccount(tx: ReadTx, account: string): Promise<string> {
  if (account === 'system') return '系统';
  const binding = await tx.get('bindings', account);
  if (binding?.cadre !== undefined) {
    const cadre = await tx.get('cadres', binding.cadre);
    return cadre ? `${cadre.name}（${cadre.unit_name}）` : '名册外人员';
  }
  if (binding?.enterprise !== undefined)
    return (await tx.get('enterprises', binding.enterprise))?.short_name ?? '企业人员';
  return binding?.admin === true ? '系统管理员' : `未绑定的账号（尾号 ${account.slice(-4)}）`;
}

const platformId = /^o[ucmn]_/;

async function nameOfLink(tx: ReadTx, link: string): Promise<string | undefined> {
  if (platformId.test(link)) return (await tx.get('bindings', link)) ? nameOfAccount(tx, link) : undefined;
  const unit = await tx.get('units', link);
  if (unit) return unit.short_name;
  const indicator = await tx.get('indicators', link);
  if (indicator) return indicator.name;
  const cadre = await tx.get('cadres', link);
  if (cadre) return cadre.name;
  return (await tx.get('enterprises', link))?.short_name ?? (await tx.get('task_forces', link))?.name;
}

/** Ids that people use (P0467, U06); those made by the program say nothing to anybody. */
const spokenId = /^[A-Z]{1,3}-?\d{2,5}$/;

async function thingOf(tx: ReadTx, { collection, id, removed, fields, links }: Touched) {
  const names = await Promise.all(links.map((link) => nameOfLink(tx, link)));
  const known = [...new Set(names.filter((name) => name !== undefined))];
  const own = spokenId.test(id) && names[links.indexOf(id)] === undefined ? [id] : [];
  return { collection, removed, fields, name: [...own, ...known].join(' · ') };
}

const mostThings = 3;

/** An entry as the card shows it: of what was looked for; without what only passes through where there is more. */
export async function seeTrailEntry(tx: ReadTx, entry: TrailEntry, filter: TrailFilter): Promise<SeenEntry> {
  const { at, what, why, large, touched } = entry;
  const matter = touched.filter(isMatter);
  const all = matter.length > 0 ? matter : touched;
  const asked = touched.filter((one) => isAsked(one, filter));
  const shown = asked.length > 0 ? asked : all;
  return {
    ...{ at, what, why, large },
    who: await nameOfAccount(tx, entry.who),
    ...{ total: Math.max(all.length, shown.length), asked: shown.length },
    things: await Promise.all(shown.slice(0, mostThings).map((one) => thingOf(tx, one))),
  };
}
