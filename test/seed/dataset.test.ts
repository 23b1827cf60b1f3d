import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataset } from '#src/seed/dataset.ts';

function folderWith(tracks: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  writeFileSync(join(folder, 'tracks.json'), tracks);
  return folder;
}

describe('a file of a data set', () => {
  it('that does not fit is refused by name, with the first record and field that do not', () => {
    const [first, second] = JSON.parse(readFileSync('data/demo/tracks.json', 'utf8'));
    const folder = folderWith(JSON.stringify([first, { ...second, year: 'soon' }]));
    expect(() => dataset.tracks(folder)).toThrow(/^[^\n]*tracks\.json: record 1, year: [^\n]+$/);
  });

  it('that is cut short is refused by name', () => {
    expect(() => dataset.tracks(folderWith('[{"id":'))).toThrow(/tracks\.json: not JSON$/);
  });

  it('that is missing is named', () => {
    expect(() => dataset.units(folderWith('[]'))).toThrow(/units\.json/);
  });
});
