/** Keeps whole files (workbooks, evidence, letters) outside the journal; documents name them by hash. */
export interface FileStore {
  /** Durable when it resolves; the SHA-256 of the bytes in hex. The same bytes are kept once. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined when no such file is kept. Throws an Error when what is kept does not have that hash. */
  get(hash: string): Promise<Buffer | undefined>;
}

/** A file that a document or a message names. */
export interface KeptFile {
  readonly hash: string;
  /** As people see it, e.g. `月度进度.xlsx`. */
  readonly name: string;
}
