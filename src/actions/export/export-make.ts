import { exportMake as button } from '#cards/export/export-buttons.ts';
import { exportedCard } from '#cards/export/exported.ts';
import { layOutExport } from '../../documents/sheets/lay-out-export.ts';
import { keepWorkbook } from '../../documents/writing/keep-workbook.ts';
import { readExportPress } from '../../operations/export/read-export-press.ts';
import { seeExport } from '../../operations/export/see-export.ts';
import { checkRankedPeriod } from '../../operations/periods/check-ranked-period.ts';
import { exportMark } from '../../operations/trail/trail-filter.ts';
import { defineAction } from '../define-action.ts';

/** 导出: the chosen table as a workbook, to its presser alone. */
export const exportMake = defineAction({
  button,
  permission: 'export',
  once: false,
  async run({ tx, actor, now, frame, files, calendar, knowledge }, payload, { option }) {
    const book = await knowledge.book();
    checkRankedPeriod(payload.period, now, book);
    const asked = readExportPress(book, { ...payload, of: payload.of ?? option });
    const view = await seeExport(tx, asked, { actor, now, book, calendar });
    const ruleVersion = book.ruleVersionFor(asked.period) ?? frame.ruleVersion;
    const plan = layOutExport(view, { ...frame, ruleVersion });
    const file = await keepWorkbook(files, plan);
    tx.because(`${exportMark}：${plan.title}`);
    return { privately: [{ card: exportedCard({ demo: frame.demo, ...plan }) }, { file }] };
  },
});
