import { importCard } from '#cards/system/import.ts';
import { importShow as button } from '#cards/system/import-buttons.ts';
import { loadImport } from '../../operations/import/load-import.ts';
import { defineAction } from '../define-action.ts';

/** Another page of a workbook's problems. */
export const importShow = defineAction({
  button,
  permission: 'import',
  once: false,
  async run({ tx, actor, frame }, { import: id, page }) {
    const record = await loadImport(tx, id, actor);
    return { replace: { card: importCard({ demo: frame.demo, record, page }) } };
  },
});
