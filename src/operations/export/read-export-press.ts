import type { Book } from '../../domain/assessment/scoring/book.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import type { RankingScope } from '../ranking/ranking-scope.ts';
import type { ExportAsked } from './see-export.ts';

interface Pressed {
  readonly what: ExportAsked['what'];
  readonly scope?: RankingScope['scope'] | undefined;
  readonly of?: string | undefined;
  readonly period: Period;
}

function isKnown(book: Book, { what, scope, of, period }: Pressed): boolean {
  const has = (records: readonly { readonly id: string }[]) => records.some(({ id }) => id === of);
  const isIndicator = () => book.input.indicators.some(({ code }) => code === of);
  if (what === 'values') return isIndicator();
  if (what === 'unit') return has(book.input.units);
  if (what === 'track' || scope === 'track') return has(book.tracksOf(yearOf(period)));
  if (scope === 'task_force') return has(book.input.taskForces);
  return scope === 'indicator' ? isIndicator() : true;
}

/** What a button or a list asks to export; throws `bad_input` when it names nothing that there is. */
export function readExportPress(book: Book, pressed: Pressed): ExportAsked {
  const { what, scope = 'tracks', of = '', period } = pressed;
  if (!isKnown(book, pressed)) throw errors.badInput('没有这一项，请重新发送 /导出。');
  if (what === 'ranking') return { what, scope, of: pressed.of, period };
  return what === 'problems' ? { what, period } : { what, of, period };
}
