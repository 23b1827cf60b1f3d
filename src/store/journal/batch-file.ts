import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storeErrors } from '../store-errors.ts';
import { checkedJson, checkedLine, type Operation } from './line.ts';
import { mendBit } from './mend-bit.ts';

/** A file of documents that last ahead of the line which makes them count; that line names it by its hash. */
export interface BatchFile {
  readonly file: string;
  readonly docs: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Stands in a line where otherwise a collection does: a program that knows of no batches refuses the folder instead of passing over it. */
const mark = '@batch';

/** Where a folder keeps its batches. They belong to the journal: never rewritten, never deleted once a line names them. */
export function batchesOf(dir: string): string {
  return join(dir, 'batches');
}

/** How a line names a batch. */
export function batchOperation({ file, ...facts }: BatchFile): Operation {
  return [mark, file, facts];
}

/** The batch that an operation names, undefined when it is about a document. */
export function batchIn([name, file, facts]: Operation): BatchFile | undefined {
  if (name !== mark) return undefined;
  return { file, ...(facts as Omit<BatchFile, 'file'>) };
}

/** What a batch says of its documents; throws `storeErrors.corruptJournal` when the file is not what the line says. */
export async function readBatch(dir: string, batch: BatchFile): Promise<Operation[]> {
  const corrupt = (offset: number, why: string) =>
    storeErrors.corruptJournal({ dir, file: `batches/${batch.file}`, offset, why });
  const bytes = await bytesOf(dir, batch);
  if (!bytes) throw corrupt(0, '文件缺失');
  const { operations, bad } = linesIn(bytes, attempt);
  if (bad !== undefined) throw corrupt(bad, '校验和不符');
  if (hash('sha256', bytes) !== batch.sha256) throw corrupt(0, '与日志所记的哈希不符');
  return operations;
}

/** What can be read of a batch, whether the file is what the line says, and how many of its documents are lost. */
export async function salvageBatch(dir: string, batch: BatchFile) {
  const bytes = (await bytesOf(dir, batch)) ?? Buffer.alloc(0);
  const { operations } = linesIn(bytes, (text) => attempt(text) ?? mendBit(text, readOne));
  const lines = operations.map((operation) => checkedLine(JSON.stringify(operation)));
  // As many documents may be those of another batch: only the hash proves that they are its own.
  const isMended = hash('sha256', Buffer.concat(lines)) === batch.sha256;
  const lost = isMended ? 0 : Math.max(1, batch.docs - operations.length);
  return { operations, lost, isWhole: hash('sha256', bytes) === batch.sha256 };
}

const readOne = (text: Buffer): Operation => JSON.parse(checkedJson(text));

function attempt(text: Buffer): Operation | undefined {
  try {
    return readOne(text);
  } catch {
    return undefined;
  }
}

function bytesOf(dir: string, { file }: BatchFile): Promise<Buffer | undefined> {
  return readFile(join(batchesOf(dir), file)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
}

/** The lines that can be read, and where the first begins that cannot. */
function linesIn(bytes: Buffer, read: (text: Buffer) => Operation | undefined) {
  const operations: Operation[] = [];
  let bad: number | undefined;
  for (let offset = 0; offset < bytes.length; ) {
    const feed = bytes.indexOf('\n', offset);
    const end = feed === -1 ? bytes.length : feed;
    const operation = read(bytes.subarray(offset, end));
    if (operation) operations.push(operation);
    else bad ??= offset;
    offset = end + 1;
  }
  return { operations, bad };
}
