import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { speakableCode } from '../../shared/ids.ts';
import { epochMs, type Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';

const settingId = 'bind_code';
const validMs = 15 * 60_000;
const mostTries = 3;

const hashed = (code: string) => createHash('sha256').update(code).digest('hex');

/** Whether some bound person is an administrator. */
export async function hasAdmin(tx: ReadTx): Promise<boolean> {
  for (const binding of await tx.all('bindings')) {
    if (binding.admin) return true;
    const cadre = binding.cadre ? await tx.get('cadres', binding.cadre) : undefined;
    // The demonstration's bindings belong to nobody real.
    if (cadre?.roles.includes('admin') && !binding.id.startsWith('ou_demo_')) return true;
  }
  return false;
}

/** A new one-time code for the console; the store keeps only its hash. Valid for 15 minutes and 3 tries. */
export async function issueBindCode(tx: WriteTx, now: Instant): Promise<string> {
  const code = speakableCode(8);
  await tx.put('settings', { id: settingId, value: { hash: hashed(code), issued_at: now, tries: 0 } });
  return code;
}

function matches(code: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashed(code)), Buffer.from(hash));
}

/** Whether the code made its sender administrator. A wrong one is counted, so the caller must commit. */
export async function useBindCode(
  tx: WriteTx,
  { code, actor, now }: { code: string; actor: Actor; now: Instant },
): Promise<boolean> {
  if (actor.outsider) throw errors.notAllowed('外部人员不能成为系统管理员', '请由本单位的人员绑定');
  const setting = await tx.get('settings', settingId);
  if (!setting || (await hasAdmin(tx))) {
    throw errors.conflict('现在没有可用的绑定码。请让系统管理员在私聊里发送 /绑定 为您绑定。');
  }
  const { hash, issued_at, tries } = setting.value as { hash: string; issued_at: string; tries: number };
  if (tries >= mostTries || epochMs(now) - epochMs(issued_at) > validMs) {
    throw errors.conflict('绑定码已失效。请重启程序，在控制台取得新的绑定码。');
  }
  if (!matches(code.toUpperCase(), hash)) {
    await tx.put('settings', { id: settingId, value: { hash, issued_at, tries: tries + 1 } });
    return false;
  }
  await tx.delete('settings', settingId);
  const before = await tx.get('bindings', actor.openId);
  await tx.put('bindings', {
    ...before,
    id: actor.openId,
    admin: true,
    bound_by: actor.openId,
    bound_at: now,
  });
  return true;
}
