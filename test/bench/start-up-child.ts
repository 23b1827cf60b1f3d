import { rankDistrict } from '#src/domain/assessment/ranking/rank-district.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import { demonstration } from './big-district.ts';
import { openStore } from './store-load.ts';

/** Opens the folder, makes the first ranking and prints what that took and how much memory is resident. */
const [dir = ''] = process.argv.slice(2);
const { calendar } = demonstration();
const before = process.memoryUsage().rss;
const since = performance.now();
const store = await openStore(dir);
const opened = performance.now() - since;
const knowledge = createKnowledgeCache(calendar);
const book = await store.read((tx) => knowledge.book(tx));
const ready = performance.now() - since;
const rss = process.memoryUsage().rss;
const ranked = rankDistrict(book, { period: '2026-10', now: '2026-11-22T09:00:00+08:00' });
const ranking = performance.now() - since - ready;
const reports = await store.read(async (tx) => (await tx.all('reports')).length);
const rssRanked = process.memoryUsage().rss;
process.stdout.write(
  `${JSON.stringify({ opened, ready, ranking, before, rss, rssRanked, reports, units: ranked.units.length })}\n`,
);
await store.close();
