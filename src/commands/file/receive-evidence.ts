import { evidenceCard } from '#cards/assessment/evidence.ts';
import type { Context } from '../../context.ts';
import { withMeasure } from '../../domain/assessment/with-measure.ts';
import { recentReports } from '../../operations/attach-evidence.ts';
import type { Reply } from '../../reply/reply.ts';
import type { KeptFile } from '../../store/file-store.ts';

/** Pictures come without a name. */
const nameless = '图片.jpg';

/** A file from a cadre that is no workbook: asks of which recent report it is evidence. */
export async function receiveEvidence(
  { actor, now, frame, knowledge }: Context,
  file: KeptFile,
): Promise<Reply> {
  const book = await knowledge.book();
  const targets = recentReports(book, actor, now).map(({ id, indicator: code, unit, period, value }) => {
    const indicator = book.indicator(code);
    return {
      report: id,
      indicator: indicator.name,
      unitName: book.unit(unit).short_name,
      period,
      value: withMeasure(value, indicator),
    };
  });
  const name = file.name.trim().slice(0, 200) || nameless;
  return { here: [{ card: evidenceCard({ demo: frame.demo, hash: file.hash, name, targets }) }] };
}
