import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const file = 'data/demo/messages.sample.jsonl';
const program = ['--import', 'tsx', 'src/cli/messages.ts', file];

describe('npm run messages', () => {
  it('prints how many are right and exits 1 below the minimum', () => {
    const { stdout, status } = spawnSync(process.execPath, [...program, '--min', '81'], { encoding: 'utf8' });
    expect(stdout).toContain('80/80 right, 0 wrong values offered');
    expect(status).toBe(1);
  });

  it('prints one line a message with --parse', () => {
    const lines = execFileSync(process.execPath, [...program, '--parse'], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(lines).toHaveLength(80);
    expect(JSON.parse(lines[52] ?? '')).toEqual({
      id: 'S053',
      expect: { kind: 'ask', asks: [{ reason: 'no_period', indicator: 'XM-01' }], items: [] },
    });
  });
});
