import { randomBytes } from 'node:crypto';

/** A file that was uploaded or sent. */
export interface ShelvedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const keptFiles = 200;

/** The last files of the emulated platform in memory, by their keys. */
export class FileShelf {
  readonly #byKey = new Map<string, ShelvedFile>();

  /** The new file's key; the oldest of too many is forgotten. */
  add(file: ShelvedFile): string {
    const key = `file_v3_${randomBytes(12).toString('hex')}`;
    this.#byKey.set(key, file);
    const [oldest] = this.#byKey.keys();
    if (this.#byKey.size > keptFiles && oldest !== undefined) this.#byKey.delete(oldest);
    return key;
  }

  find(key: string): ShelvedFile | undefined {
    return this.#byKey.get(key);
  }
}
