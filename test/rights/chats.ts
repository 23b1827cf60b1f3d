/** A place to ask in. Without an id: the asker's private chat with the bot. */
export interface Chat {
  readonly name: string;
  readonly id?: string;
  readonly kind: 'private' | 'public_ranking' | 'task_force' | 'unit' | 'leaders' | 'unregistered';
  readonly of?: string;
  readonly full?: boolean;
}

const group = (id: string, kind: Chat['kind'], of?: string): Chat => ({
  name: of === undefined ? kind : `${kind}:${of}`,
  id,
  kind,
  ...(of === undefined ? {} : { of }),
});

/** Every kind of chat of domain §1; of units and task forces those that some of the people belong to, and others. */
export const chats: readonly Chat[] = [
  { name: 'private', kind: 'private' },
  group('oc_demo_leaders', 'leaders'),
  group('oc_demo_ranking', 'public_ranking'),
  { ...group('oc_demo_full', 'public_ranking'), name: 'public_ranking (full)', full: true },
  group('oc_demo_tf_TF01', 'task_force', 'TF01'),
  group('oc_demo_tf_TF11', 'task_force', 'TF11'),
  group('oc_demo_unit_U01', 'unit', 'U01'),
  group('oc_demo_unit_U03', 'unit', 'U03'),
  group('oc_demo_unit_U32', 'unit', 'U32'),
  group('oc_demo_talk', 'unregistered'),
];
