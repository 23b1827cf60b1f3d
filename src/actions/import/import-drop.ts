import { importDrop as button } from '#cards/system/import-buttons.ts';
import { importToldCard } from '#cards/system/import-told.ts';
import { loadImport } from '../../operations/import/load-import.ts';
import { defineAction } from '../define-action.ts';

/** 放弃: nothing of the workbook is written. */
export const importDrop = defineAction({
  button,
  permission: 'import',
  once: true,
  async run({ tx, actor, now, frame }, { import: id }) {
    const record = await loadImport(tx, id, actor);
    await tx.put('imports', { ...record, state: 'dropped', problems: [], rules: [], decided_at: now });
    return { replace: { card: importToldCard({ demo: frame.demo, record, state: 'dropped' }) } };
  },
});
