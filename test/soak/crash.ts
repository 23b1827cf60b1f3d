import { Command } from 'commander';
import { findingKinds } from '../support/crash-findings.ts';
import { type CrashOutcome, crashSoak } from '../support/crash-soak.ts';

const tell = (line: string) => process.stdout.write(`${line}\n`);

const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`not a number: ${text}`);
  return Number(text);
};

function print({ findings, counts, places }: CrashOutcome, kills: number): boolean {
  for (const { kind, text } of findings.slice(0, 50)) tell(`  ${kind}: ${text}`);
  tell(`load: ${JSON.stringify(counts)}`);
  tell(
    `kills: ${kills}; in replay ${places.replay}, in start-up ${places['start-up']}, serving ${places.serving}, of these in compaction ${places.compaction}`,
  );
  for (const kind of findingKinds) tell(`${kind}: ${findings.filter((one) => one.kind === kind).length}`);
  // A run that never met what it is about proves nothing.
  const met = counts.sentAgain > 0 && places.replay > 0 && places['start-up'] > 0 && places.compaction > 0;
  if (!met) tell('some kinds of moments were never met: more kills are needed');
  return findings.length === 0 && met;
}

const command = new Command('soak:crash')
  .description(
    'kills the whole product with SIGKILL at random moments under mixed load and counts what was lost or doubled',
  )
  .option('--kills <n>', 'how many kills', whole, 200)
  .option('--seed <n>', 'repeats the random choices of an earlier run', whole, Date.now() % 1_000_000)
  .action(async ({ kills, seed }: { kills: number; seed: number }) => {
    tell(`seed ${seed}`);
    const undo: (() => Promise<void> | void)[] = [];
    const progress = (done: number) => {
      if (done % 20 === 0) tell(`${done} kills`);
    };
    const outcome = await crashSoak({ kills, seed, onEnd: (run) => undo.push(run), tell: progress });
    for (const run of undo.reverse()) await run();
    const passed = print(outcome, kills);
    tell(passed ? 'verdict: passed, nothing lost, nothing doubled, no file damaged' : 'verdict: FAILED');
    process.exitCode = passed ? 0 : 1;
  });

await command.parseAsync();
