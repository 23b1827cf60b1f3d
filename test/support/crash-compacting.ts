import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listSegments } from '#src/store/journal/segments.ts';

/** Whether the files of a killed process show that it was turning journal into snapshot: half a snapshot of its own, or segments not yet archived. */
export async function isCompacting(dir: string, openedMs: number): Promise<boolean> {
  const draft = await stat(join(dir, 'db.json.tmp')).catch(() => undefined);
  if (draft && draft.mtimeMs >= openedMs) return true;
  const gen = await genOf(join(dir, 'db.json'));
  return (await listSegments(dir)).some((number) => number < gen);
}

async function genOf(snapshot: string): Promise<number> {
  const file = await open(snapshot);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
  await file.close();
  return Number(/"gen": (\d+)/.exec(buffer.toString('latin1', 0, bytesRead))?.[1] ?? 0);
}
