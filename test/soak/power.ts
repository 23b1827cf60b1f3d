import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { silentLog } from '#src/shared/log.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { verifyFolder } from '#src/store/json-file/verify-folder.ts';
import { createDisk, missingForPower, type PowerDisk } from '../support/power-disk.ts';
import { startStoreChild } from '../support/store-child.ts';

const tell = (line: string) => process.stdout.write(`${line}\n`);

interface Cut {
  readonly acknowledged: number;
  readonly lost: number;
  readonly damaged: boolean;
}

/** The documents of a store that was cut off, opened as the next start would; then the whole chain is verified. */
async function idsOn(disk: PowerDisk): Promise<Set<string>> {
  const dir = join(disk.mounted, 'store');
  const store = await openJsonFileStore({ dir, mode: 'demo', log: silentLog });
  const docs = await store.read((tx) => tx.all('inbox'));
  await store.close();
  await verifyFolder(dir);
  return new Set(docs.map(({ id }) => id));
}

/** Lets eight writers write, stops them in the middle, takes what the disk holds, and compares it with what was acknowledged. */
async function cutPower(folder: string, round: number): Promise<Cut> {
  const disk = await createDisk(folder, `d${round}`);
  const undo: (() => Promise<void> | void)[] = [];
  const child = await startStoreChild(join(disk.mounted, 'store'), {
    writers: 8,
    round,
    onEnd: (run) => undo.push(run),
  });
  await child.open();
  await child.acknowledges(50);
  await pause(Math.random() * 1500);
  child.freeze();
  // Nothing it says from here on counts, and nothing that the kernel has not yet written is in the copy.
  const cut = await disk.cut(`c${round}`);
  const acknowledged = await child.kill();
  try {
    const ids = await idsOn(cut);
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((id) => !ids.has(id)).length,
      damaged: false,
    };
  } catch (cause) {
    tell(`  cut ${round}: ${String(cause)}`);
    return { acknowledged: acknowledged.length, lost: acknowledged.length, damaged: true };
  } finally {
    for (const run of undo) await run();
    await cut.unmount();
    await disk.unmount();
    for (const name of ['d', 'c']) await rm(join(folder, `${name}${round}.img`));
  }
}

const command = new Command('soak:power')
  .description(
    'cuts the power of a store that is being written, on a real ext4 in a loop device, and counts what was lost',
  )
  .option('--cuts <n>', 'how many power cuts', Number, 20)
  .action(async ({ cuts }: { cuts: number }) => {
    const missing = await missingForPower();
    if (missing.length > 0) {
      tell(`cannot run here; missing: ${missing.join(', ')}`);
      process.exitCode = 2;
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), 'power-'));
    const done: Cut[] = [];
    for (let round = 1; round <= cuts; round += 1) done.push(await cutPower(folder, round));
    await rm(folder, { recursive: true });
    const sum = (pick: (cut: Cut) => number) => done.reduce((total, cut) => total + pick(cut), 0);
    const [acknowledged, lost, damaged] = [
      sum((c) => c.acknowledged),
      sum((c) => c.lost),
      sum((c) => Number(c.damaged)),
    ];
    tell(
      `power cuts: ${cuts}, acknowledged writes: ${acknowledged}, lost: ${lost}, files damaged: ${damaged}`,
    );
    const passed = lost === 0 && damaged === 0 && acknowledged > 50 * cuts - 1;
    tell(passed ? 'verdict: passed, nothing that was acknowledged is lost' : 'verdict: FAILED');
    process.exitCode = passed ? 0 : 1;
  });

await command.parseAsync();
