import { type Period, periodName } from '#src/domain/calendar/period.ts';
import type { ExportView } from '#src/domain/export/export-view.ts';
import { type Framed, frameWords } from '#src/shared/frame-words.ts';
import type { Instant } from '#src/shared/time.ts';
import { problemSheets } from './problem-sheets.ts';
import { rankingSheets } from './ranking-sheets.ts';
import type { SheetPlan, WorkbookPlan } from './sheet.ts';
import { trackSheets } from './track-sheets.ts';
import { unitSheets } from './unit-sheets.ts';
import { valueSheets } from './value-sheets.ts';

function titleOf(view: ExportView): string {
  const ofPeriod = (period: Period, what: string) => `${periodName(period)}${what}`;
  if (view.kind === 'ranking') return ofPeriod(view.period, `${view.name}排名`);
  if (view.kind === 'values') return `${view.year}年${view.indicator}完成值`;
  if (view.kind === 'unit') return ofPeriod(view.period, `${view.name}考核总表`);
  if (view.kind === 'track') return `${view.year}年${view.name}目标和规则`;
  return ofPeriod(view.period, `企业诉求（${view.of}）`);
}

function sheetsOf(view: ExportView): SheetPlan[] {
  if (view.kind === 'ranking') return rankingSheets(view);
  if (view.kind === 'values') return valueSheets(view.tables, view.indicator);
  if (view.kind === 'unit') return unitSheets(view);
  return view.kind === 'track' ? trackSheets(view) : problemSheets(view);
}

/** What is exported as a workbook to draw: as-of time, rule version and the demonstration stand below every title and at the foot of every page. */
export function layOutExport(view: ExportView, frame: Framed & { readonly asOf: Instant }): WorkbookPlan {
  const title = titleOf(view);
  const foot = frameWords(frame);
  const sheets = sheetsOf(view).map((sheet) => ({
    ...sheet,
    note: [sheet.note, foot].filter((part) => part !== '').join('　　'),
  }));
  return { fileName: `${title}.xlsx`, title, sheets, foot, at: frame.asOf };
}
