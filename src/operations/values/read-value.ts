import { decimalSchema } from '../../domain/assessment/records/decimal.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { errors } from '../../shared/errors.ts';
import { rational, toDecimal } from '../../shared/rational.ts';

/** Commas between groups of three digits; any other comma may be meant as a decimal point, so the value is not taken. */
const thousands = /(?<=^[+-]?\d{1,3}(?:,\d{3})*),(?=\d{3}(?:,\d{3})*(?!\d|,))/g;

/** A value typed into a form as a plain decimal in the indicator's own measure; full-width digits, separators and the measure itself are taken. */
export function readValue(book: Book, indicator: string | null, typed: string): string {
  const measure = indicator === null ? '' : book.indicator(indicator).measure;
  const plain = typed.normalize('NFKC').replace(/\s/g, '').replace(thousands, '').replace(/^\+/, '');
  const bare = measure !== '' && plain.endsWith(measure) ? plain.slice(0, -measure.length) : plain;
  if (!decimalSchema.safeParse(bare).success) {
    throw errors.badInput(
      `“${typed.slice(0, 20)}”不是数字，请按${measure || '指标的计量单位'}只填数字，如 12.35。`,
    );
  }
  return toDecimal(rational(bare), 20);
}
