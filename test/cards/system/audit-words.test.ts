import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { whatWord } from '#cards/system/audit-words.ts';
import { actions } from '#src/actions/index.ts';
import { jobs } from '#src/jobs/index.ts';

/** What the sources themselves call a line of the journal: in the head of a write, which also says who or goes on from another head. */
function whatsInSources(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const lines = files.flatMap((file) => readFileSync(`src/${file}`, 'utf8').split('\n'));
  const heads = lines.filter((line) => /who:|\.\.\.meta|isMeta|message \?/.test(line));
  return heads.flatMap((line) =>
    [...line.matchAll(/what: (?:message \? )?'([\w.-]+)'/g)].map(([, what = '']) => what),
  );
}

const pressed = actions.map(({ id }) => `press.${id}`);
const timed = jobs.map(({ name }) => name);
const others = [...new Set(whatsInSources())];

describe('every line of the audit trail is told in words', () => {
  test('the sources were read', () => {
    expect(others).toEqual(
      expect.arrayContaining(['say', 'refused', 'outbox.send', 'store.repair', 'given-up']),
    );
    expect(others.length).toBeGreaterThan(10);
  });

  test.each([...pressed, ...timed, ...others, 'press.say', 'inbox.took'])('%s', (what) => {
    expect(whatWord(what)).toMatch(/^[^a-zA-Z]+$/);
  });

  test('two buttons that do different things do not sound the same', () => {
    const doing = ['parked.retry', 'parked.drop', 'parked.retry_all', 'problem.solved', 'problem.rate'];
    expect(new Set(doing.map((id) => whatWord(`press.${id}`))).size).toBe(doing.length);
  });
});
