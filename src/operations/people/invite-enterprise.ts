import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { speakableCode } from '../../shared/ids.ts';
import { epochMs, type Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { withdrawFrom } from './withdraw-from.ts';

const validMs = 7 * 24 * 3_600_000;

const settingOf = (code: string) => `invite:${createHash('sha256').update(code).digest('hex')}`;

/** A company by id, full or short name. */
async function enterpriseCalled(tx: ReadTx, said: string) {
  const word = said.trim();
  const all = await tx.all('enterprises');
  return all.filter(
    ({ id, name, short_name }) => [id, name, short_name].includes(word) || id === word.toUpperCase(),
  );
}

/** A one-time code with which a company's person binds themselves: the directory does not know people outside the tenant (fact sheet §5.1). Valid for 7 days; the store keeps only its hash, so the card that tells it must be sealed. */
export async function inviteEnterprise(
  tx: WriteTx,
  { said, by, now }: { said: string; by: Actor; now: Instant },
): Promise<{ code: string; id: string; name: string }> {
  const [enterprise, ...others] = await enterpriseCalled(tx, said);
  if (!enterprise || others.length > 0) {
    throw errors.notFound(`企业“${said.trim().slice(0, 20)}”`, '请用企业全称或编号，如：/绑定 企业 E019');
  }
  const code = speakableCode(10);
  const value = { enterprise: enterprise.id, by: by.id, issued_at: now };
  await tx.put('settings', { id: settingOf(code), value });
  return { code, id: enterprise.id, name: enterprise.name };
}

/** Binds the sender to the company of an invitation; undefined when the code is none. Throws when it has run out or the sender is staff. */
export async function acceptInvitation(
  tx: WriteTx,
  { code, actor, now }: { code: string; actor: Actor; now: Instant },
): Promise<string | undefined> {
  const setting = await tx.get('settings', settingOf(code.toUpperCase()));
  if (!setting) return undefined;
  const {
    enterprise: id,
    by,
    issued_at,
  } = setting.value as { enterprise: string; by: string; issued_at: string };
  if (epochMs(now) - epochMs(issued_at) > validMs)
    throw errors.conflict('邀请码已过期，请向企服专员重新索取。');
  if (actor.cadre) throw errors.conflict('您已绑定为干部，不能再绑定为企业人员。');
  const enterprise = await tx.get('enterprises', id);
  if (!enterprise) throw errors.notFound('邀请码对应的企业', '请联系企服专员。');
  await tx.delete('settings', setting.id);
  // What waits for the account was written for who it was.
  if (actor.enterprise !== undefined && actor.enterprise !== id) await withdrawFrom(tx, actor.openId);
  await tx.put('bindings', { id: actor.openId, enterprise: id, bound_by: by, bound_at: now });
  return enterprise.name;
}
