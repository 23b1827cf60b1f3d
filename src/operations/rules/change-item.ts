import type { AdjustmentItem } from '../../domain/assessment/records/adjustment-item.ts';
import { decimalSchema } from '../../domain/assessment/records/decimal.ts';
import type { RuleVersion } from '../../domain/assessment/records/rule-version.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { seenMark } from '../seen-mark.ts';
import { changeRules } from './change-rules.ts';

/** What the form of an item says. */
export interface TypedItem {
  readonly type: AdjustmentItem['type'];
  readonly name: string;
  readonly min: string;
  readonly max: string;
  readonly evidence: string;
  readonly remove: boolean;
  readonly why: string;
}

const prefixes = { bonus: 'JF', deduction: 'KF', veto: 'FJ' };

async function nextId(tx: ReadTx, type: AdjustmentItem['type']): Promise<string> {
  const prefix = prefixes[type];
  const ids = (await tx.all('adjustment_items')).map(({ id }) => id).filter((id) => id.startsWith(prefix));
  const numbers = ids.map((id) => Number(id.slice(2)));
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

function boundOf(typed: string, type: AdjustmentItem['type']): string {
  if (type === 'veto') return '0';
  const bare = typed.normalize('NFKC').replace(/[\s分]/g, '');
  if (!decimalSchema.safeParse(bare).success)
    throw errors.badInput('分值的上下限请只填数字。没有保存任何内容。');
  return bare;
}

/** Puts an edited, new (`id` null) or removed item of bonuses, deductions and vetoes in force as a new rule version; undefined when nothing changed. */
export async function changeItem(
  tx: WriteTx,
  {
    id,
    typed,
    seen,
    by,
    now,
  }: { id: string | null; typed: TypedItem; seen: string; by: string; now: Instant },
): Promise<RuleVersion | undefined> {
  if (id !== null && seenMark(await tx.get('adjustment_items', id)) !== seen)
    throw errors.conflict('这个事项在您打开之后被改过，没有保存。请点“返回目录”，重新打开再改。');
  const { type, why } = typed;
  const change = { by, why, now };
  if (id !== null && typed.remove)
    return changeRules(tx, { ...change, changes: { items: { remove: [id] } } });
  const item: AdjustmentItem = {
    id: id ?? (await nextId(tx, type)),
    type,
    name: requiredWriting(typed.name, { name: '事项', least: 2, most: 60 }),
    min: boundOf(typed.min, type),
    max: boundOf(typed.max, type),
    evidence: typed.evidence.trim(),
  };
  return changeRules(tx, { ...change, changes: { items: { put: [item] } } });
}
