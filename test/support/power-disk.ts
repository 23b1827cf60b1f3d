import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Megabytes of the disk: room for some rounds of journal and snapshot. */
const size = '128M';

/** What a power cut needs here and this machine lacks; empty when nothing is missing. */
export async function missingForPower(): Promise<string[]> {
  const missing: string[] = [];
  if (process.getuid?.() !== 0) missing.push('root (only root mounts file systems)');
  if (!existsSync('/dev/loop-control')) missing.push('loop devices (/dev/loop-control)');
  for (const tool of ['mkfs.ext4', 'mount', 'umount', 'truncate', 'e2fsck', 'cmp']) {
    await run('which', [tool]).catch(() => missing.push(`the program ${tool}`));
  }
  return missing;
}

/** A disk of its own: an ext4 file system in a file, mounted through a loop device. */
export interface PowerDisk {
  /** Where its files are. */
  readonly mounted: string;
  /**
   * What the disk holds at this moment, as a mounted disk of its own: the image's bytes without anything that the kernel has not yet
   * written to it. Mounting replays ext4's own journal, as a machine does after a power cut.
   */
  cut(name: string): Promise<PowerDisk>;
  unmount(): Promise<void>;
}

/** Makes and mounts a fresh disk in a folder. */
export async function createDisk(folder: string, name: string): Promise<PowerDisk> {
  const image = join(folder, `${name}.img`);
  await run('truncate', ['-s', size, image]);
  await run('mkfs.ext4', ['-q', image]);
  return mountDisk(folder, name);
}

const mostCopies = 20;

/**
 * Copies an image as it was at one moment. A write that was under way goes on in the kernel while its process stands still: a copy taken
 * meanwhile may hold its metadata without its data, which no disk holds. Two copies alike prove that nothing changed between them.
 */
async function copyAtOnce(image: string, copy: string): Promise<void> {
  for (let count = 0; count < mostCopies; count += 1) {
    await copyFile(image, copy);
    const same = await run('cmp', ['--silent', image, copy]).then(
      () => true,
      () => false,
    );
    if (same) return;
  }
  throw new Error(`${image} never stood still for the time of a copy`);
}

async function mountDisk(folder: string, name: string): Promise<PowerDisk> {
  const image = join(folder, `${name}.img`);
  const mounted = join(folder, name);
  await mkdir(mounted, { recursive: true });
  await run('mount', ['-o', 'loop', image, mounted]);
  return {
    mounted,
    async cut(next) {
      await copyAtOnce(image, join(folder, `${next}.img`));
      return mountDisk(folder, next);
    },
    unmount: () => run('umount', [mounted]).then(() => undefined),
  };
}
