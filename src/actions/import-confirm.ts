import { importCard } from '#cards/system/import.ts';
import { importConfirm as button } from '#cards/system/import-buttons.ts';
import { importToldCard } from '#cards/system/import-told.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import type { Context, LookUpSources } from '../context.ts';
import { planWorkbook } from '../documents/plan-workbook.ts';
import { periodName } from '../domain/calendar/period.ts';
import type { ImportRecord } from '../domain/import/import-record.ts';
import { changesIn, mostChanges } from '../domain/import/summarise-plan.ts';
import { applyImport } from '../operations/apply-import.ts';
import { importSources, importVersion } from '../operations/import-base.ts';
import { loadActor } from '../operations/load-actor.ts';
import { loadImport } from '../operations/load-import.ts';
import {
  type AllowedPlan,
  allowedPlan,
  baseFor,
  checkKinds,
  openedImport,
} from '../operations/open-import.ts';
import { planDigest } from '../operations/plan-digest.ts';
import { readyPlan } from '../operations/ready-plan.ts';
import { importMark } from '../operations/trail-filter.ts';
import type { Reply } from '../reply/reply.ts';
import { errors } from '../shared/errors.ts';
import { defineAction } from './define-action.ts';

/** The workbook planned again, against what the store holds now. */
interface Replanned extends AllowedPlan {
  readonly digest: string;
  /** Of the state that it was planned against. */
  readonly version: string;
}

/** Undefined when there is nothing to plan: what is said to that comes in the transaction. */
async function replan({ read, files, now }: LookUpSources, id: string): Promise<Replanned | undefined> {
  const { record, actor, sources } = await read(async (tx) => {
    const found = await tx.get('imports', id);
    const person = { open_id: found?.person ?? '', tenant: '' };
    return { record: found, actor: await loadActor(tx, person, ''), sources: await importSources(tx) };
  });
  if (record?.state !== 'open') return undefined;
  const bytes = await files.get(record.file.hash);
  if (!bytes) return undefined;
  const { base, locks } = sources;
  const plan = await planWorkbook({
    bytes,
    base: await baseFor(actor, base),
    moment: { by: record.by, at: record.at },
  });
  const allowed = allowedPlan(plan, actor, { assignments: base.assignments, locks, now });
  const version = sources.version(plan.sheets.map(({ kind }) => kind));
  const ready = await read((tx) => readyPlan(tx, allowed.plan));
  return { ...allowed, plan: ready, version, digest: await planDigest(ready) };
}

/** Something has changed since the preview: nothing is written, the card shows what it would be now. */
async function renew({ tx, actor, frame }: Context, before: ImportRecord, now: Replanned): Promise<Reply> {
  const { id, at, file } = before;
  const record = openedImport({ ...now, id, at, file, actor });
  await tx.put('imports', record);
  return {
    replace: { card: importCard({ demo: frame.demo, record, page: 1, renewed: true }) },
    toast: { type: 'warning', content: '预览之后资料有变动，没有写入，请核对新的预览' },
  };
}

async function write(context: Context, record: ImportRecord, { plan }: Replanned): Promise<Reply> {
  const { tx, actor, now, frame } = context;
  if (changesIn(record.counts) > mostChanges) throw errors.badInput('条数太多，没有写入。请拆分后重新发送。');
  const { name, hash } = record.file;
  const why = `${importMark}：${name.slice(0, 60)}（文件 SHA-256 ${hash.slice(0, 16)}）`;
  const versions = await applyImport(tx, plan, { by: actor.id, why, now });
  await tx.put('imports', { ...record, state: 'done', problems: [], decided_at: now });
  const ids = versions.map(({ id, from }) =>
    from === undefined ? id : `${id}（从${periodName(from)}起施行）`,
  );
  return {
    replace: { card: importToldCard({ demo: frame.demo, record, state: 'done', versions: ids }) },
    toast: { type: 'success', content: '已导入' },
  };
}

/** The kept workbook is not there any more. */
function gone({ frame }: Context): Reply {
  const text = '原来的工作簿已不在，没有写入任何内容。请重新发送。';
  return { replace: { card: sentenceCard({ demo: frame.demo, kind: 'error', text }) } };
}

/** 确认导入: reads the workbook again, makes sure that it would do what was shown, and writes it in one transaction. */
export const importConfirm = defineAction({
  button,
  permission: 'import',
  once: true,
  lookUp: (sources, _press, payload) => replan(sources, button.payload.parse(payload).import),
  async run(context, { import: id, digest }, { found }) {
    const { tx, actor } = context;
    const record = await loadImport(tx, id, actor);
    const planned = found as Replanned | undefined;
    if (!planned) return gone(context);
    // Whose rights were looked at before this transaction may have lost them since.
    checkKinds(planned.plan, actor);
    const kinds = planned.plan.sheets.map(({ kind }) => kind);
    if (planned.version !== (await importVersion(tx, kinds)))
      throw errors.conflict('资料刚刚有变动，没有写入任何内容。请再点一次。');
    if (planned.digest !== digest) return renew(context, record, planned);
    return write(context, record, planned);
  },
});
