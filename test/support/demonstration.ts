import { loadCalendar } from '#src/config/load-calendar.ts';
import { type Demonstration, startDemonstration } from '#src/demonstration/start-demonstration.ts';
import { type Log, silentLog } from '#src/shared/log.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { createMemoryFiles } from '#src/store/memory/memory-files.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import { EmulatorChat } from './emulator-chat.ts';

/** The app's keys in scenario tests. */
export const testKeys = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'test-secret-value',
  encryptKey: 'test-encrypt-key',
  verificationToken: 'test-verification-token',
};

/** The whole product on the demonstration district in memory, before the emulator, with limits that do not slow tests. */
export async function startTestDemonstration(
  options: { readonly operationPort?: number; readonly log?: Log } = {},
): Promise<
  Demonstration & {
    chat: EmulatorChat;
    store: ReturnType<typeof createMemoryStore>;
    files: ReturnType<typeof createMemoryFiles>;
  }
> {
  const store = createMemoryStore({ mode: 'demo' });
  const files = createMemoryFiles();
  const demonstration = await startDemonstration({
    config: { credentials: testKeys, port: 0, seed: 'demo', operationPort: options.operationPort },
    store,
    vault: createMemoryVault(),
    files,
    calendar: loadCalendar(['data/seed'], [2025, 2026, 2027]),
    log: options.log ?? silentLog,
    limits: { perChatPerSecond: 1000, perAppPerSecond: 10_000, perMessagePerSecond: 1000 },
    pace: { perChatPerSecond: 500, perAppPerSecond: 5000, perMessagePerSecond: 500 },
  });
  return { ...demonstration, store, files, chat: new EmulatorChat(demonstration.emulator) };
}
