import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { loadActor } from '../people/load-actor.ts';
import { chatPurpose } from '../people/see-chat.ts';
import { listParked, mayDouble } from './list-parked.ts';

/** A parked message as an administrator may see it: never its content, nor its title. */
export interface ParkedSight {
  readonly id: string;
  readonly to: string;
  readonly kind: 'card' | 'text' | 'update';
  /** What it belongs to, where its subject says. */
  readonly about: 'draft' | 'problem' | undefined;
  readonly since: Instant;
  readonly reason: string;
  /** The platform's code, where it gave one. */
  readonly code: number | null;
  /** Its content is there, so it can be sent again. */
  readonly mayRetry: boolean;
  readonly mayDouble: boolean;
}

/** All that wait for a decision, those first that waited longest. */
export async function seeParked(tx: ReadTx): Promise<ParkedSight[]> {
  const sights: ParkedSight[] = [];
  for (const doc of await listParked(tx)) sights.push(await sightOf(tx, doc));
  return sights;
}

async function sightOf(tx: ReadTx, doc: Doc<'outbox'>): Promise<ParkedSight> {
  const { id, target, kind, subject, parked, created_at, reason } = doc;
  const original = target.type === 'update' ? await tx.get('outbox', target.of) : undefined;
  const [about] = subject?.split(':') ?? [];
  return {
    id,
    to: await receiverOf(tx, original ?? doc),
    kind: target.type === 'update' ? 'update' : kind === 'text' ? 'text' : 'card',
    about: about === 'draft' || about === 'problem' ? about : undefined,
    since: parked?.at ?? created_at,
    reason: reason ?? '',
    code: parked?.code ?? null,
    mayRetry: parked?.cause !== 'erased',
    mayDouble: mayDouble(doc),
  };
}

async function receiverOf(tx: ReadTx, { target, reader, chat }: Doc<'outbox'>): Promise<string> {
  const person = reader ?? (target.type === 'person' ? target.person : undefined);
  if (person !== undefined) return nameOf(tx, person);
  const group = target.type === 'chat' || target.type === 'reply' ? target.chat : chat;
  const purpose = group && (await chatPurpose(tx, group));
  // Which of several unregistered groups it is can be told by the end of its id, as the open platform shows it.
  if (purpose) return purpose.split('，')[0] ?? purpose;
  return `未登记的群（编号尾号 ${group?.slice(-6) ?? '不详'}）`;
}

async function nameOf(tx: ReadTx, open_id: string): Promise<string> {
  const { roles, name, cadre } = await loadActor(tx, { open_id, tenant: '' }, '');
  if (roles.length === 0) return '未绑定的人';
  return cadre ? `${name}（${cadre.unit_name}）` : name;
}
