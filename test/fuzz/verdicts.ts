import type { FuzzFindings } from './run-fuzz.ts';
import { quantile } from './valid-traffic.ts';

/** One promise: whether it was kept, and the figures behind it. */
export interface Verdict {
  readonly promise: string;
  readonly kept: boolean;
  readonly figures: string;
}

const megabyte = 1024 * 1024;
/** What the collector and the allocator may differ by between two looks. */
const heapSlack = 24 * megabyte;
const rssSlack = 96 * megabyte;
/** Stored objects take more than their JSON, and every index and journal buffer some. */
const perCharacter = 6;

const mb = (bytes: number) => `${(bytes / megabyte).toFixed(0)} MB`;

function effectVerdict({ before, after }: FuzzFindings): Verdict {
  const changed = Object.entries(before?.digests ?? {}).filter(
    ([name, digest]) => after?.digests[name] !== digest,
  );
  const names = changed.map(([name]) => name).join(', ');
  const looked = Object.keys(before?.digests ?? {}).length;
  return {
    promise: 'no effect in the store',
    kept: looked > 10 && names === '',
    figures: names === '' ? `${looked} collections unchanged` : `changed: ${names}`,
  };
}

function memoryVerdict({ warm, after }: FuzzFindings): Verdict {
  if (!warm || !after) return { promise: 'memory is flat', kept: false, figures: 'nobody left to ask' };
  const stored = Math.max(0, after.bookkeeping - warm.bookkeeping) * perCharacter;
  const [heap, rss] = [after.heap - warm.heap, after.rss - warm.rss];
  const figures = `heap ${mb(warm.heap)} → ${mb(after.heap)}, resident ${mb(warm.rss)} → ${mb(after.rss)}, of which answers kept for a day ≤ ${mb(stored)}`;
  return { promise: 'memory is flat', kept: heap <= stored + heapSlack && rss <= stored + rssSlack, figures };
}

/** Every promise but the one about time. */
export function verdictsOf(findings: FuzzFindings): Verdict[] {
  const { tallies, alive, exitCode, badLogLines, unforeseen, alone, beside } = findings;
  const breaches = tallies.flatMap((tally) => tally.breaches);
  const shown = breaches.slice(0, 8).map(({ kind, index, got }) => `${kind} #${index}: ${got}`);
  const unanswered = alone.unanswered + beside.unanswered;
  return [
    {
      promise: 'every answer is one of those promised',
      kept: breaches.length === 0,
      figures: shown.join('; ') || 'all',
    },
    effectVerdict(findings),
    {
      promise: 'the process lives and ends cleanly',
      kept: alive && exitCode === 0,
      figures: `exit code ${exitCode}`,
    },
    memoryVerdict(findings),
    {
      promise: 'no error that nobody foresaw',
      kept: unforeseen.length === 0,
      figures: unforeseen[0] ?? 'none',
    },
    {
      promise: 'the log stays one clean line an event',
      kept: badLogLines.length === 0,
      figures: badLogLines[0] ?? 'all',
    },
    {
      promise: 'genuine messages are answered',
      kept: unanswered === 0 && beside.waits.length > 0,
      figures: `${alone.waits.length + beside.waits.length} answered, ${unanswered} not`,
    },
  ];
}

const mostTimes = 3;

/** Genuine traffic is served beside it: its p99 at most three times of what it is without. */
export function timeVerdict({ alone, beside }: FuzzFindings): Verdict {
  const figure = ({ waits }: typeof alone) =>
    [0.5, 0.99, 1].map((share) => quantile(waits, share).toFixed(0)).join(' / ');
  const times = quantile(beside.waits, 0.99) / quantile(alone.waits, 0.99);
  return {
    promise: `p99 beside it ≤ ${mostTimes} ×`,
    kept: times <= mostTimes,
    figures: `p50 / p99 / max: ${figure(alone)} ms alone, ${figure(beside)} ms beside: ${times.toFixed(2)} ×`,
  };
}
