import { demoGroups, demoPeople } from '#src/demonstration/roster.ts';
import { createEmulator } from '#src/emulator/create-emulator.ts';
import type { Emulator } from '#src/emulator/emulator.ts';
import { seedDemonstration } from '#src/seed/seed-demonstration.ts';
import { movableClock } from '#src/shared/clock.ts';
import { silentLog } from '#src/shared/log.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { demoStart, testKeys } from './crash-keys.ts';

const many = 1_000_000;

/** Seeds the demonstration district into a folder and builds the platform with its people; it outlives the product's restarts. */
export async function createPlatform(dir: string, webhookUrl: () => string): Promise<Emulator> {
  const store = await openJsonFileStore({ dir, mode: 'demo', log: silentLog });
  const vault = await openFileVault({ dir });
  const when = { until: demoStart, at: demoStart };
  await seedDemonstration({ store, vault, folder: 'data/demo', ...when, log: silentLog });
  const people = await demoPeople(store);
  const groups = await demoGroups(store);
  await store.close();
  return createEmulator({
    credentials: { ...testKeys, botOpenId: 'ou_demo_bot', botName: '强引擎', tenant: 'tk_demo' },
    webhookUrl,
    people: () => people,
    chats: () => groups,
    samples: () => [],
    clock: movableClock(demoStart),
    log: silentLog,
    trace: { subscribe: () => () => {}, recent: () => [] },
    limits: {
      perChatPerSecond: many,
      perAppPerSecond: many,
      perAppPerMinute: many,
      perMessagePerSecond: many,
      messagesPerChat: many,
      answerMs: 30_000,
      redeliverAfterMs: Array.from({ length: 1000 }, () => 150),
    },
  });
}
