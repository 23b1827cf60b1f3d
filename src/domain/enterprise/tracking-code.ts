// Spaces and every kind of dash that a keyboard or a careful reader puts in between.
const between = /[\s\-\u2010-\u2015\u2212\u30fc_.·]/g;
const shape = /^[2-9A-HJ-NP-Z]{8,12}$/;

/** The tracking code that somebody typed: lower case, full-width, spaces and dashes allowed; undefined when it is none. */
export function readTrackingCode(text: string): string | undefined {
  const code = text.normalize('NFKC').toUpperCase().replace(between, '');
  return shape.test(code) ? code : undefined;
}
