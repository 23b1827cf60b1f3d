/** Points of a line of 11-point text, and what a row has beside its lines. */
const linePoints = 14.5;
const sparePoints = 4;
/** What a cell's margins and indent take of its width, in characters. */
const margin = 2;

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—≥≤×·]/gu;

/** Lines that a text takes in a column of so many characters; a Chinese one takes two. */
function linesIn(text: string, width: number): number {
  const length = [...text].length + (text.match(wide)?.length ?? 0);
  return Math.max(1, Math.ceil(length / Math.max(1, width - margin)));
}

/** The height in points at which all of these texts can be read in their columns. Not every program makes room by itself when it opens a workbook. */
export function rowHeight(texts: readonly { readonly text: string; readonly width: number }[]): number {
  return Math.max(1, ...texts.map(({ text, width }) => linesIn(text, width))) * linePoints + sparePoints;
}
