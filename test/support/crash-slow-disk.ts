import { type Disk, machineDisk } from '#src/store/journal/disk.ts';

/** The machine's disk, whose journal writes wait while it is held. */
export function slowDisk(): { disk: Disk; hold(): void; release(): void } {
  let gate = Promise.resolve();
  let open = () => {};
  const disk: Disk = {
    async open(path, flags) {
      const file = await machineDisk.open(path, flags);
      if (!flags.endsWith('s')) return file;
      const append = async (bytes: Buffer) => {
        await gate;
        await file.append(bytes);
      };
      return { ...file, append };
    },
  };
  return {
    disk,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
  };
}
