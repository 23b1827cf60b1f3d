import type { Vault } from '../vault.ts';
import { assertKeyId, newKey, openWith, sealWith } from './sealing.ts';

/** A vault whose keys end with the process, for tests. */
export function createMemoryVault(): Vault {
  const keys = new Map<string, Buffer>();
  return {
    async seal(id, text) {
      assertKeyId(id);
      const key = keys.get(id) ?? newKey();
      keys.set(id, key);
      return sealWith(key, id, text);
    },
    async open(sealed) {
      assertKeyId(sealed.key);
      const key = keys.get(sealed.key);
      return key && openWith(key, sealed);
    },
    async destroy(id) {
      assertKeyId(id);
      keys.delete(id);
    },
  };
}
