import { mkdirSync, writeFileSync } from 'node:fs';
import { cardSamples } from '#cards/index.ts';
import { checkCard } from '#cards/kit/check-card.ts';
import { measureCard } from '#cards/kit/measure-card.ts';

// Writes every card sample as JSON with an index beside it, checks each as the platform would, and prints how big they are.

const folder = 'test/.output/cards';
mkdirSync(folder, { recursive: true });

const report = cardSamples.map(({ id, title, card }) => {
  writeFileSync(`${folder}/${id}.json`, JSON.stringify(card, null, 2));
  return { id, title, ...measureCard(card), problems: checkCard(card) };
});
writeFileSync(`${folder}/index.json`, JSON.stringify(report, null, 2));

for (const { id, title, bytes, elements, tables, problems } of report) {
  const mark = problems.length === 0 ? 'ok ' : 'BAD';
  const sizes = `${String(bytes).padStart(6)} B ${String(elements).padStart(4)} el ${tables} tab`;
  process.stdout.write(`${mark} ${sizes}  ${id}  ${title}\n`);
  for (const { code, path, detail } of problems) process.stdout.write(`      ${code} ${path} ${detail}\n`);
}

const bad = report.filter(({ problems }) => problems.length > 0).length;
process.stdout.write(`${report.length - bad} cards pass, ${bad} would be refused; written to ${folder}\n`);
process.exitCode = bad === 0 ? 0 : 1;
