import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { BenchRow } from './bench-row.ts';
import { parts } from './parts.ts';
import { tableOf } from './table.ts';

// `npm run bench`: what the product can do on this machine, beside its peers in the same run. Exits with 1 when a target is missed.

const names = Object.keys(parts);
const tell = (line: string) => process.stderr.write(`${line}\n`);

const program = new Command('bench')
  .description(`Measures the product beside its peers. Parts: ${names.join(', ')}`)
  .option('--json <file>', 'write [{name, ours, peer, ratio, …}] to this file too')
  .option('--only <part...>', 'run these parts alone')
  .option('--quick', 'a fraction of the time: shows that it works; do not believe the figures', false)
  .parse();
const { json, only, quick } = program.opts<{ json?: string; only?: string[]; quick: boolean }>();

const unknown = (only ?? []).filter((name) => !names.includes(name));
if (unknown.length > 0) program.error(`no such part: ${unknown.join(', ')}; there are: ${names.join(', ')}`);

const rows: BenchRow[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (only && !only.includes(name)) continue;
  tell(`${name} …`);
  const found = await run((line) => tell(`  ${line}`), { quick });
  process.stdout.write(`${name}\n${tableOf(found)}\n\n`);
  rows.push(...found);
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
// At once: a library that takes a database down at the end of the process would end it with 0, whatever `exitCode` says.
if (rows.some(({ met }) => met === false)) process.exit(1);
