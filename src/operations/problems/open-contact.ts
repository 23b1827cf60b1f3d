import { type Contact, contactSchema, type Sealed } from '../../domain/enterprise/sealed.ts';
import type { Vault } from '../../store/vault.ts';

/** Who to call, in clear: for memory only. Undefined when the key was destroyed, which is the erasure (design §5). */
export async function openContact(vault: Vault, sealed: Sealed): Promise<Contact | undefined> {
  const text = await vault.open(sealed);
  return text === undefined ? undefined : contactSchema.parse(JSON.parse(text));
}
