import { publishedExport as button } from '#cards/published/published-buttons.ts';
import { publishedTable } from '../../operations/published/see-published.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { defineAction } from '../define-action.ts';

/** 导出存档: the published table with its inputs as a file, from which `npm run score -- --published` recomputes it. */
export const publishExport = defineAction({
  button,
  permission: 'publish',
  once: false,
  async run({ tx, files }, { id }) {
    const table = await publishedTable(tx, id);
    tx.because(`导出公布表存档：${id}`);
    const hash = await files.put(Buffer.from(canonicalJson(table), 'utf8'));
    return { here: [{ file: { hash, name: `公布表-${id}.json` } }] };
  },
});
