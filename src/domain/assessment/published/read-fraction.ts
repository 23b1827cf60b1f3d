import { fraction, type Rational } from '../../../shared/rational.ts';

/** Reads an exact fraction `num/den` as published tables keep it. */
export function readFraction(text: string): Rational {
  const [num = '0', den = '1'] = text.split('/');
  return fraction(BigInt(num), BigInt(den));
}
