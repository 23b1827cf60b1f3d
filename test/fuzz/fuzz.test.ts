import { describe, expect, it } from 'vitest';
import { kinds, requestAt } from './kinds.ts';
import { runFuzz } from './run-fuzz.ts';
import { verdictsOf } from './verdicts.ts';

const size = { raw: 1, slow: 0, aloneMs: 0, validPerSecond: 4, perSecond: 100_000, apart: false };

describe('hostile requests to the whole product in a process of its own (a short run of `npm run fuzz`)', () => {
  it('have no effect, break nothing, and stop nobody from being answered', { timeout: 300_000 }, async () => {
    const findings = await runFuzz({ ...size, seed: 3, requests: 1200 });
    expect(verdictsOf(findings).filter(({ kept }) => !kept)).toEqual([]);
    const sent = new Set(findings.tallies.flatMap(({ counts }) => Object.keys(counts)));
    for (const { name, weight } of kinds) if (weight >= 2) expect(sent).toContain(name);
  });

  it('are the same for the same seed, but for their ids and times', () => {
    const target = { port: 0, buttons: [], accepted: [] };
    const heads = (seed: number) =>
      Array.from({ length: 200 }, (_, index) => requestAt(seed, index, target)).map(
        ({ kind, method, path, allowed }) => ({ kind, method, path, allowed }),
      );
    expect(heads(5)).toEqual(heads(5));
    expect(heads(5)).not.toEqual(heads(6));
  });
});
