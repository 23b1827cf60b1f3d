import { basename } from 'node:path';
import { type Disk, type DiskFile, machineDisk } from '#src/store/journal/disk.ts';

/** Which call fails: on a file whose name contains `file`, at this step. */
interface Fault {
  readonly file: string;
  readonly step: 'append' | 'datasync' | 'sync' | 'truncate' | 'open';
  readonly code?: string;
}

/** The machine's disk until `fail` is called; then the named call fails for ever. A failing append still writes half, as a full disk does. */
export function failingDisk(): { disk: Disk; fail(fault: Fault): void; calls: string[] } {
  const faults: Fault[] = [];
  const calls: string[] = [];
  const strike = (path: string, step: Fault['step']) => {
    calls.push(`${step} ${basename(path)}`);
    const fault = faults.find((one) => basename(path).includes(one.file) && one.step === step);
    if (fault) throw Object.assign(new Error(`${step} failed`), { code: fault.code ?? 'EIO' });
  };
  const wrap = (path: string, file: DiskFile, lasts: boolean): DiskFile => ({
    async append(bytes) {
      try {
        strike(path, 'append');
      } catch (cause) {
        await file.append(bytes.subarray(0, bytes.length / 2));
        throw cause;
      }
      await file.append(bytes);
      if (lasts) strike(path, 'datasync');
    },
    async datasync() {
      strike(path, 'datasync');
      await file.datasync();
    },
    async sync() {
      strike(path, 'sync');
      await file.sync();
    },
    async truncate(length) {
      strike(path, 'truncate');
      await file.truncate(length);
    },
    close: () => file.close(),
  });
  const disk: Disk = {
    async open(path, flags) {
      strike(path, 'open');
      return wrap(path, await machineDisk.open(path, flags), flags.endsWith('s'));
    },
  };
  return { disk, fail: (fault) => faults.push(fault), calls };
}
