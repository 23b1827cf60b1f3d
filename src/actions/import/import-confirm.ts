import { importCard } from '#cards/system/import.ts';
import { importFields } from '#cards/system/import-asks.ts';
import { importConfirm as button } from '#cards/system/import-buttons.ts';
import { importToldCard } from '#cards/system/import-told.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import type { Context, LookUpSources } from '../../context.ts';
import { planWorkbook } from '../../documents/reading/plan-workbook.ts';
import { periodName } from '../../domain/calendar/period.ts';
import { lateIn } from '../../domain/import/plan/import-preview.ts';
import type { ImportRecord } from '../../domain/import/plan/import-record.ts';
import { changesIn, mostChanges } from '../../domain/import/plan/summarise-plan.ts';
import { applyImport } from '../../operations/import/apply-import.ts';
import { importSources, importVersion } from '../../operations/import/import-base.ts';
import { loadImport } from '../../operations/import/load-import.ts';
import { baseFor, checkKinds, limitsFor, openedImport } from '../../operations/import/open-import.ts';
import { readyPlan } from '../../operations/import/ready-plan.ts';
import { loadActor } from '../../operations/people/load-actor.ts';
import { readNote } from '../../operations/read-note.ts';
import { importMark } from '../../operations/trail/trail-filter.ts';
import type { Reply } from '../../reply/reply.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction, type Press } from '../define-action.ts';
import { tellCorrected } from '../values/tell-reporters.ts';
import { readImportReasons } from './read-import-reasons.ts';

/** The workbook planned again, against what the store holds now; undefined when there is nothing to plan: what is said to that comes in the transaction. */
async function replan(
  { read, prepare, files, calendar, now }: LookUpSources,
  { id, form }: { id: string; form: Press['form'] },
) {
  const { record, actor, sources } = await read(async (tx) => {
    const found = await tx.get('imports', id);
    const person = { open_id: found?.person ?? '', tenant: '' };
    return { record: found, actor: await loadActor(tx, person, ''), sources: await importSources(tx) };
  });
  if (record?.state !== 'open') return undefined;
  const bytes = await files.get(record.file.hash);
  if (!bytes) return undefined;
  const { base, locks } = sources;
  const limits = limitsFor(actor, { assignments: base.assignments, locks, now });
  const moment = { by: record.by, at: record.at };
  const { preview, changes } = await planWorkbook({
    bytes,
    base: await baseFor(limits, base),
    moment,
    limits,
  });
  const signature = { now, calendar, lateReason: readNote(form[importFields.late]) };
  const ready = await readyPlan({ read, prepare }, changes, signature);
  // Of the state that it was planned against.
  return { preview, ready, version: sources.version(preview.sheets.map(({ kind }) => kind)) };
}

type Replanned = NonNullable<Awaited<ReturnType<typeof replan>>>;

/** Something has changed since the preview: nothing is written, the card shows what it would be now. */
async function renew(
  context: Context,
  { id, at, file, renewals = 0 }: ImportRecord,
  { preview }: Replanned,
): Promise<Reply> {
  const { tx, actor, calendar, now, frame } = context;
  const opened = await openedImport(tx, { preview, id, at, file, actor, calendar, now });
  // What was pressed once on a message takes no effect again, and what is shown now may be what was shown before.
  const record = { ...opened, renewals: renewals + 1 };
  await tx.put('imports', record);
  return {
    replace: { card: importCard({ demo: frame.demo, record, page: 1, renewed: true }) },
    toast: { type: 'warning', content: '预览之后资料有变动，没有写入，请核对新的预览' },
  };
}

interface Confirmed {
  readonly record: ImportRecord;
  readonly form: Readonly<Record<string, unknown>>;
}

async function write(context: Context, { record, form }: Confirmed, { ready }: Replanned): Promise<Reply> {
  const { tx, actor, now, frame } = context;
  if (changesIn(record.counts) > mostChanges) throw errors.badInput('条数太多，没有写入。请拆分后重新发送。');
  const [name, hash] = [record.file.name.slice(0, 60), record.file.hash.slice(0, 16)];
  const why = `${importMark}：${name}（文件 SHA-256 ${hash}）`;
  const reasons = readImportReasons(record, form);
  const notices = await tellCorrected(context, ready.corrected, `导入工作簿“${name}”`);
  const versions = await applyImport(tx, ready, { by: actor.id, why, name, now, reasons });
  await tx.put('imports', { ...record, state: 'done', problems: [], rules: [], decided_at: now });
  const ids = versions.map(({ id, from }) =>
    from === undefined ? id : `${id}（从${periodName(from)}起施行）`,
  );
  return {
    replace: { card: importToldCard({ demo: frame.demo, record, state: 'done', versions: ids }) },
    toast: { type: 'success', content: '已导入' },
    notices,
  };
}

/** The kept workbook is not there any more. */
function gone({ frame }: Context): Reply {
  const text = '原来的工作簿已不在，没有写入任何内容。请重新发送。';
  return { replace: { card: sentenceCard({ demo: frame.demo, kind: 'error', text }) } };
}

/** Whether it is not what was shown: another plan, or one of which no reason was asked that is needed now: its due day has passed, or it was shown by an earlier version. */
function isOther(
  planned: Replanned,
  { digest, record }: { digest: string; record: ImportRecord },
  context: Context,
) {
  const { preview } = planned;
  const late = lateIn(preview, context.calendar, context.now);
  const unasked = (late > 0 && !record.late) || (preview.rules.length > 0 && !record.rules?.length);
  return preview.digest !== digest || unasked;
}

/** 确认导入: reads the workbook again, makes sure that it would do what was shown, and writes it in one transaction. */
export const importConfirm = defineAction({
  button,
  permission: 'import',
  once: true,
  lookUp: (sources, { form }, payload) => replan(sources, { id: button.payload.parse(payload).import, form }),
  async run(context, { import: id, digest }, { found, form }) {
    const { tx, actor } = context;
    const record = await loadImport(tx, id, actor);
    const planned = found as Replanned | undefined;
    if (!planned) return gone(context);
    const { sheets } = planned.preview;
    // Whose rights were looked at before this transaction may have lost them since.
    checkKinds(sheets, actor);
    const kinds = sheets.map(({ kind }) => kind);
    if (planned.version !== (await importVersion(tx, kinds)))
      throw errors.conflict('资料刚刚有变动，没有写入任何内容。请再点一次。');
    if (isOther(planned, { digest, record }, context)) return renew(context, record, planned);
    return write(context, { record, form }, planned);
  },
});
