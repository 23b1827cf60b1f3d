import { close, fdatasync, fsync, ftruncate, open, write } from 'node:fs';
import { promisify } from 'node:util';

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

// By descriptor: file handles cost a third more a write and sync (measured), and every transaction waits for one.
const file = {
  open: promisify(open),
  write: promisify(write),
  datasync: promisify(fdatasync),
  sync: promisify(fsync),
  truncate: promisify(ftruncate),
  close: promisify(close),
};

/** The machine's disk; files are readable by their owner only. */
export const machineDisk: Disk = {
  async open(path, flags) {
    const opened = await file.open(path, flags, 0o600);
    let closed = false;
    // The number of a closed file is soon that of another, which must not be written to.
    const fd = () => {
      if (closed) throw new Error(`${path} is closed`);
      return opened;
    };
    return {
      append: async (bytes) => appendAll(fd(), bytes),
      datasync: async () => file.datasync(fd()),
      sync: async () => file.sync(fd()),
      truncate: async (length) => file.truncate(fd(), length),
      async close() {
        const last = fd();
        closed = true;
        await file.close(last);
      },
    };
  },
};

/** A nearly full disk takes a part of the bytes without an error; the error comes with the rest. */
async function appendAll(fd: number, bytes: Buffer): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    const { bytesWritten } = await file.write(fd, rest);
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
