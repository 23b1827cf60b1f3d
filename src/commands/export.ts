import { z } from 'zod';
import { exportCard } from '#cards/export/export.ts';
import { exportedCard } from '#cards/export/exported.ts';
import { suggestCard } from '#cards/system/suggest.ts';
import type { Context } from '../context.ts';
import { layOutExport } from '../documents/sheets/lay-out-export.ts';
import { keepWorkbook } from '../documents/writing/keep-workbook.ts';
import { lastEndedMonth } from '../domain/assessment/values/last-ended-month.ts';
import { unitsOf } from '../domain/people/actor.ts';
import { type ExportWords, readExportWords } from '../operations/export/read-export-words.ts';
import { seeExport } from '../operations/export/see-export.ts';
import { seeExportChoices } from '../operations/export/see-export-choices.ts';
import { exportMark } from '../operations/trail/trail-filter.ts';
import type { Outgoing } from '../reply/reply.ts';
import { defineCommand } from './define-command.ts';

async function answerTo(context: Context, words: ExportWords): Promise<Outgoing[]> {
  const { actor, now, tx, frame, files, calendar } = context;
  const { demo } = frame;
  const book = await context.knowledge.book();
  if (words.kind === 'nothing') {
    const choices = seeExportChoices(book, { actor, now, period: lastEndedMonth(now) });
    return [{ card: exportCard({ demo, ...choices }) }];
  }
  if (words.kind === 'ambiguous') {
    const suggestions = words.indicators.slice(0, 6).map((code) => {
      const { name } = book.indicator(code);
      return { title: name, say: `/导出 ${words.what} ${name} ${words.period}` };
    });
    return [{ card: suggestCard({ demo, said: words.what, kind: 'indicator', suggestions }) }];
  }
  const view = await seeExport(tx, words.asked, { actor, now, book, calendar });
  const ruleVersion = book.ruleVersionFor(words.asked.period) ?? frame.ruleVersion;
  const plan = layOutExport(view, { ...frame, ruleVersion });
  const file = await keepWorkbook(files, plan);
  tx.because(`${exportMark}：${plan.title}`);
  return [{ card: exportedCard({ demo, ...plan }) }, { file }];
}

/** `/export 导出`: a ranking, an indicator's values, a unit's whole table, a track's rules or problems as a workbook, always to the asker alone. */
export const exportWorkbook = defineCommand({
  name: 'export',
  aliases: ['导出', '下载'],
  summary: '把排名、指标、单位总表、规则或诉求导出成表格',
  example: '/导出 园区 10月',
  section: '排名与得分',
  permission: 'export',
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/导出 园区 10月') }),
  async run(context, { rest }) {
    const { actor, now, knowledge, place } = context;
    const [book, vocabulary] = [await knowledge.book(), await knowledge.vocabulary()];
    const words = readExportWords({ text: rest, now, book, vocabulary, units: unitsOf(actor) });
    const messages = await answerTo(context, words);
    if (place.type === 'private') return { here: messages };
    return { privately: messages, here: [{ text: '导出的内容已私聊发给您。' }] };
  },
});
