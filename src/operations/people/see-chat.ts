import type { ReadTx } from '../../store/document-store.ts';

/** The units and task forces that a group may belong to, for a select. */
export async function chatOwners(tx: ReadTx): Promise<{ value: string; text: string }[]> {
  const forces = await tx.all('task_forces');
  const units = await tx.all('units');
  return [
    ...forces.map(({ id, name }) => ({ value: id, text: name })),
    ...units.map(({ id, short_name }) => ({ value: id, text: short_name })),
  ];
}

/** What a group is registered for, in words; undefined when it is not. */
export async function chatPurpose(tx: ReadTx, chatId: string): Promise<string | undefined> {
  const chat = await tx.get('chats', chatId);
  if (!chat) return undefined;
  if (chat.kind === 'leaders') return '领导群，可看全部排名';
  if (chat.kind === 'public_ranking')
    return chat.full ? '公开排名群，显示全部名次' : '公开排名群，显示各赛道前 5 名';
  const owner =
    chat.kind === 'unit' ? await tx.get('units', chat.of ?? '') : await tx.get('task_forces', chat.of ?? '');
  return `${owner?.name ?? '未知'}的${chat.kind === 'unit' ? '单位群' : '专班群'}`;
}
