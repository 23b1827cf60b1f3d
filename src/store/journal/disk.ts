import { close, constants, fdatasync, fsync, ftruncate, open, write } from 'node:fs';
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

/** As Node names them. Of a file opened with an `s` the bytes of an `append` last when it resolves, as after a `datasync`. */
type OpenFlags = 'a' | 'as' | 'ax' | 'axs' | 'w' | 'r';

/** Where files are opened for writing: the one seam at which a test makes a disk fail. */
export interface Disk {
  open(path: string, flags: OpenFlags): Promise<DiskFile>;
}

const { O_APPEND, O_CREAT, O_DSYNC, O_EXCL, O_WRONLY } = constants;

// One call of the system instead of two for each transaction, and a wait for another thread less. Node's own `as` syncs times of change too.
const lasting = O_WRONLY | O_CREAT | O_APPEND | O_DSYNC;
/** Elsewhere that flag is missing, or the bytes may wait in the drive. */
const lastsByFlag = process.platform === 'linux';

function numbered(flags: OpenFlags): OpenFlags | number {
  if (flags === 'as') return lasting;
  return flags === 'axs' ? lasting | O_EXCL : flags;
}

// By descriptor: file handles cost more a call (measured), and every transaction waits for one.
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
    const opened = await file.open(path, numbered(flags), 0o600);
    const syncsItself = flags.endsWith('s') && !lastsByFlag;
    let closed = false;
    // The number of a closed file is soon that of another, which must not be written to.
    const fd = () => {
      if (closed) throw new Error(`${path} is closed`);
      return opened;
    };
    return {
      async append(bytes) {
        await appendAll(fd(), bytes);
        if (syncsItself) await file.datasync(fd());
      },
      datasync: async () => file.datasync(fd()),
      sync: async () => file.sync(fd()),
      truncate: async (length) => file.truncate(fd(), length),
      async close() {
        // Twice is as once, whatever came of it: whoever closes a store after a fault must come to its end.
        if (closed) return;
        closed = true;
        await file.close(opened);
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
