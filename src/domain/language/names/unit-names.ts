import type { Unit } from '../../assessment/records/unit.ts';
import { foldName } from '../text/fold-text.ts';

const endings: Readonly<Record<Unit['kind'], readonly string[]>> = {
  department: [],
  street: ['街道办', '街道办事处', '街办'],
  town: ['镇', '镇政府'],
  park: ['管委会'],
  soe: [],
};

function core(alias: string): string {
  return alias.replace(/(街道|镇)$/, '');
}

/** Every folded way to say a unit: full name, short name, aliases, with 区 before or an office after. */
export function unitNames(unit: Unit): string[] {
  const said = [unit.name, unit.short_name, ...unit.aliases].map(foldName);
  const bare = [unit.name.replace(/^云澜区?/, ''), unit.short_name.replace(/^区(?!委)/, '')].map(foldName);
  const all = [...said, ...bare];
  const district = unit.aliases.map((alias) => `区${foldName(alias).replace(/^区/, '')}`);
  const offices = unit.aliases.flatMap((alias) =>
    endings[unit.kind].map((ending) => `${core(foldName(alias))}${ending}`),
  );
  return [...new Set([...all, ...district, ...offices])];
}
