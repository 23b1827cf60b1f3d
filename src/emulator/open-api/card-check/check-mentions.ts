import { Defect, defectCodes } from './defect.ts';

const at = /<at\s+(?:id|ids|user_id)\s*=\s*["']?([^"'>\s]+)["']?\s*\/?>/g;

/** Refuses an @ of someone who is not known (100290), wherever markdown may stand. */
export function checkMentions(text: string, isKnown: (openId: string) => boolean): void {
  for (const [, ids = ''] of text.matchAll(at)) {
    const stranger = ids.split(',').find((id) => id !== 'all' && !isKnown(id));
    if (stranger !== undefined) throw new Defect(defectCodes.badPerson, 'at user id is invalid', stranger);
  }
}
