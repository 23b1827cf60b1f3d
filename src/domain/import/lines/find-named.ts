import type { Indicator } from '../../assessment/records/indicator.ts';
import type { Desk } from './desk.ts';
import { measureSaid } from './indicator-words.ts';
import type { Complaint } from './line.ts';
import type { NameBook } from './name-book.ts';

/** The names that rows of targets and values refer to. */
export interface Names {
  readonly units: NameBook;
  readonly indicators: NameBook;
  /** `unit|code` of what is assigned to a unit: of several indicators with one alias the unit's own is meant. */
  readonly assigned: ReadonlySet<string>;
}

function nearWords(near: string): string {
  return near === '' ? '' : `相近的有：${near}。`;
}

/** The unit a text names by its name, short name or alias, or what is wrong with it. */
export function unitSaid(text: string, { units }: Names): { id: string } | Complaint {
  const ids = units.idsOf(text);
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return { id: only };
  if (text === '') return { say: '没有填写单位。', remedy: '填写单位名称后重新导入。' };
  return only === undefined
    ? {
        say: `单位“${text}”不在单位名册中。${nearWords(units.near(text))}`,
        remedy: '改为名册中的单位名称、简称或别名，或先在单位名册中增加该单位。',
      }
    : { say: `“${text}”同时是几个单位的别名，无法确定。`, remedy: '改写为单位全称或简称。' };
}

/** Of several with one name the unit's own, then those in the measure that the row states. */
function narrowed(codes: readonly string[], desk: Desk, hint: Hint): readonly string[] {
  if (codes.length < 2) return codes;
  const own = codes.filter((code) => hint.assigned.has(`${hint.unit}|${code}`));
  const left = own.length > 0 ? own : codes;
  const measured = left.filter((code) => desk.docs.indicators.get(code)?.measure === hint.measure);
  return measured.length > 0 ? measured : left;
}

interface Hint {
  readonly assigned: ReadonlySet<string>;
  readonly unit: string;
  readonly measure: string;
}

/** What a row says of its indicator, besides the unit that it is for. */
interface Said {
  readonly text: string;
  readonly measure: string;
  readonly unit: string;
}

/** The indicator a row names, or what is wrong with it. */
export function indicatorSaid(said: Said, names: Names, desk: Desk): { indicator: Indicator } | Complaint {
  const { text, unit } = said;
  const hint = { assigned: names.assigned, unit, measure: measureSaid(said.measure) };
  const codes = narrowed(names.indicators.idsOf(text), desk, hint);
  const [code] = codes;
  const indicator = code === undefined ? undefined : desk.docs.indicators.get(code);
  if (indicator && codes.length === 1) return { indicator };
  if (text === '') return { say: '没有填写指标名称。', remedy: '填写指标名称后重新导入。' };
  if (!indicator)
    return {
      say: `指标“${text}”不在指标库中。${nearWords(names.indicators.near(text))}`,
      remedy: '改为指标库中的名称或别名，或先在指标库中登记。',
    };
  const full = codes.map((one) => desk.docs.indicators.get(one)?.name ?? one);
  return { say: `“${text}”可能是${full.join('或')}，无法确定。`, remedy: '改写为指标全称或代码。' };
}
