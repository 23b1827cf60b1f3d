import { seedDemonstration } from '#src/seed/seed-demonstration.ts';
import { silentLog } from '#src/shared/log.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';

/** The instant at which the demonstration begins. */
export const demoStart = '2026-11-06T09:00:00+08:00';

/** The demonstration district in memory, as it was known when it begins. */
export async function demoStore() {
  const store = createMemoryStore({ mode: 'demo' });
  const vault = createMemoryVault();
  await seedDemonstration({
    store,
    vault,
    folder: 'data/demo',
    until: demoStart,
    at: demoStart,
    log: silentLog,
  });
  return { store, vault };
}
