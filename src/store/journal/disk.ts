import { type FileHandle, open } from 'node:fs/promises';

/** An open file, as far as the store uses it. */
export interface DiskFile {
  /** Writes all the bytes at the end. */
  append(bytes: Buffer): Promise<void>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** Where files are opened for writing: the one seam at which a test makes a disk fail. */
export interface Disk {
  open(path: string, flags: 'a' | 'ax' | 'w' | 'r'): Promise<DiskFile>;
}

/** The machine's disk; files are readable by their owner only. */
export const machineDisk: Disk = {
  async open(path, flags) {
    const handle = await open(path, flags, 0o600);
    return {
      append: (bytes) => appendAll(handle, bytes),
      datasync: () => handle.datasync(),
      sync: () => handle.sync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    };
  },
};

/** A nearly full disk takes a part of the bytes without an error; the error comes with the rest. */
async function appendAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.write(rest);
    rest = rest.subarray(bytesWritten);
  }
}

/** Makes created, renamed and removed names of a folder last. */
export async function syncFolder(disk: Disk, dir: string): Promise<void> {
  const folder = await disk.open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
