import type { Sealed } from '../domain/enterprise/sealed.ts';

/** Seals personal data under a key per person, enterprise or campaign, kept outside journal, snapshot and backups (design §5). */
export interface Vault {
  /** Encrypts; makes the key durable first if it is new. `key` matches `^[A-Za-z0-9_-]{1,64}$`. */
  seal(key: string, text: string): Promise<Sealed>;
  /** The text, or undefined when the key was destroyed. */
  open(sealed: Sealed): Promise<string | undefined>;
  /** The erasure: what was sealed under the key can never be read again. */
  destroy(key: string): Promise<void>;
}
