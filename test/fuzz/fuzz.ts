import { Command } from 'commander';
import { type FuzzFindings, runFuzz } from './run-fuzz.ts';
import { byStatus, type Tally } from './tally.ts';
import { timeVerdict, verdictsOf } from './verdicts.ts';

const tell = (line = '') => process.stdout.write(`${line}\n`);

function tellCounts(tallies: readonly Tally[]): void {
  const counts = new Map<string, Record<string, number>>();
  for (const tally of tallies)
    for (const [kind, statuses] of Object.entries(tally.counts)) {
      const sums = counts.get(kind) ?? {};
      for (const [status, number] of Object.entries(statuses)) sums[status] = (sums[status] ?? 0) + number;
      counts.set(kind, sums);
    }
  const line = (kind: string, statuses: Record<string, number>) => {
    const parts = Object.entries(statuses).map(([status, number]) => `${status || 'closed'} ${number}`);
    tell(`${kind.padEnd(24)}${parts.join('  ')}`);
  };
  for (const [kind, statuses] of counts) line(kind, statuses);
  line('all', byStatus({ counts: Object.fromEntries(counts), breaches: [] }));
}

function tellVerdicts(findings: FuzzFindings, requests: number): boolean {
  const verdicts = [...verdictsOf(findings), timeVerdict(findings)];
  tell();
  tell(`longest stall of the event loop: ${findings.after?.stallMs.toFixed(0)} ms`);
  for (const { promise, kept, figures } of verdicts) tell(`${kept ? '✓' : '✗'} ${promise}: ${figures}`);
  const broken = verdicts.filter(({ kept }) => !kept).length;
  tell();
  tell(
    `${requests} requests in ${findings.seconds.toFixed(0)} s: ${broken === 0 ? 'all promises kept' : `${broken} promises broken`}`,
  );
  return broken === 0;
}

const options = new Command('fuzz')
  .description('Sends the whole product generated hostile requests and says which promises held.')
  .option('--requests <n>', 'how many', '200000')
  .option('--seed <n>', 'repeats a run', String(Date.now() % 1_000_000))
  .option('--rate <n>', 'at most so many a second', '1500')
  .parse()
  .opts<Record<'requests' | 'seed' | 'rate', string>>();
const requests = Number(options.requests);
const seed = Number(options.seed);
tell(`seed ${seed}`);
const size = { raw: 20, slow: 60, aloneMs: 20_000, validPerSecond: 6, apart: true };
const findings = await runFuzz({ seed, requests, perSecond: Number(options.rate), ...size });
tellCounts(findings.tallies);
process.exitCode = tellVerdicts(findings, requests) ? 0 : 1;
