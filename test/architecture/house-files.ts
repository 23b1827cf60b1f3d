import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file by its path from the root. */
export interface HouseFile {
  readonly path: string;
  readonly text: string;
}

/** The `.ts` and `.js` files below the folders, without what tests produce. */
export function houseFiles(...folders: string[]): HouseFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.(ts|js)$/.test(path) && !path.startsWith(join('test', '.output')))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}
