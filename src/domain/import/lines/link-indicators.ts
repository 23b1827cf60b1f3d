import { foldName } from '../../language/text/fold-text.ts';
import { foldWords } from '../cells/cell-text.ts';
import { type Desk, lay } from './desk.ts';
import { complainAt, type Line, textAt } from './line.ts';

/** A growth rate names its amount by code or name; all indicators must be on the desk. */
export function linkGrowth(desk: Desk, lines: ReadonlyMap<string, Line>): void {
  const byName = new Map([...desk.docs.indicators.values()].map(({ name, code }) => [foldName(name), code]));
  for (const [code, line] of lines) {
    const indicator = desk.docs.indicators.get(code);
    const text = textAt(line, 'growth_of');
    if (!indicator || text === '') continue;
    const written = /^[A-Za-z]{2}-\d{2}/.exec(foldWords(text))?.[0].toUpperCase();
    const amount = written ?? byName.get(foldName(text));
    if (amount && desk.docs.indicators.has(amount))
      lay(desk, 'indicators', { ...indicator, growth_of: amount });
    else
      complainAt(
        desk,
        { ...line, at: 'growth_of' },
        {
          say: `对应总量指标“${text}”不在指标库中。`,
          remedy: '填写指标库中的代码，如 JJ-01；没有请填“—”。',
        },
      );
  }
}

/** Every task force has the indicators that name it, in the order of the list. */
export function regroup(desk: Desk, codes: readonly string[]): void {
  const listedCodes = new Set(codes);
  for (const taskForce of desk.docs.task_forces.values()) {
    const own = (code: string) => desk.docs.indicators.get(code)?.task_force === taskForce.id;
    const kept = taskForce.indicators.filter((code) => !listedCodes.has(code) || own(code));
    const fresh = codes.filter((code) => own(code) && !kept.includes(code));
    if (fresh.length > 0 || kept.length < taskForce.indicators.length)
      lay(desk, 'task_forces', { ...taskForce, indicators: [...kept, ...fresh] });
  }
}

/** One warning for all aliases that several indicators share: reports by them will be asked about. */
export function warnShared(desk: Desk, lines: ReadonlyMap<string, Line>): void {
  const owners = new Map<string, { alias: string; codes: string[] }>();
  for (const code of [...lines.keys()].sort()) {
    for (const alias of desk.docs.indicators.get(code)?.aliases ?? []) {
      const owner = owners.get(foldName(alias)) ?? { alias, codes: [] };
      owners.set(foldName(alias), { alias, codes: [...owner.codes, code] });
    }
  }
  const shared = [...owners.values()].filter(({ codes }) => codes.length > 1);
  const first = lines.get(shared[0]?.codes[0] ?? '');
  if (!first) return;
  const words = shared.map(({ alias, codes }) => `“${alias}”同时属于 ${codes.join('、')}`);
  complainAt(
    desk,
    { ...first, at: 'aliases' },
    {
      severity: 'warning',
      say: `别名${words.join('，')}，群内填报时将请填报人选择。`,
      remedy: '可不处理；若要避免询问，删去其中一个别名。',
    },
  );
}
