import { evidenceCard } from '#cards/values/evidence.ts';
import { holds } from '../../authorize/authorize.ts';
import type { Context } from '../../context.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { ownOpenProposals } from '../../operations/adjustments/attach-to-adjustment.ts';
import { recentReports } from '../../operations/reporting/attach-evidence.ts';
import type { Reply } from '../../reply/reply.ts';
import type { ReadTx } from '../../store/document-store.ts';
import type { KeptFile } from '../../store/file-store.ts';

/** Pictures come without a name. */
const nameless = '图片.jpg';

/** A file that is no workbook: asks of which recent report, or of which proposed bonus, deduction or veto, it is evidence. */
export async function receiveEvidence(
  { tx, actor, now, frame, knowledge }: Context,
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
  const adjustments = holds(actor, 'adjust') ? await openAdjustments(tx, actor, book) : undefined;
  return {
    here: [{ card: evidenceCard({ demo: frame.demo, hash: file.hash, name, targets, adjustments }) }],
  };
}

async function openAdjustments(tx: ReadTx, actor: Actor, book: Book) {
  const own = await ownOpenProposals(tx, actor);
  return own.map(({ id, adjustment: { unit, type, points, reason } }) => ({
    ...{ proposal: id, type, points, reason },
    unitName: book.unit(unit).short_name,
  }));
}
