import { type FileHandle, open } from 'node:fs/promises';

/** The part of an open file that the store uses. */
export type DiskFile = Pick<FileHandle, 'appendFile' | 'datasync' | 'sync' | 'truncate' | 'close'>;

/** Where files are opened for writing: the one seam at which a test makes a disk fail. */
export interface Disk {
  open(path: string, flags: 'a' | 'ax' | 'w' | 'r'): Promise<DiskFile>;
}

/** The machine's disk; files are readable by their owner only. */
export const machineDisk: Disk = { open: (path, flags) => open(path, flags, 0o600) };

/** Makes created, renamed and removed names of a folder last. */
export async function syncFolder(disk: Disk, dir: string): Promise<void> {
  const folder = await disk.open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
