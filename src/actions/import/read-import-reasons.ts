import { importFields } from '#cards/system/import-asks.ts';
import type { ImportRecord } from '../../domain/import/plan/import-record.ts';
import type { ImportReasons } from '../../operations/import/apply-import.ts';
import { readNote } from '../../operations/read-note.ts';
import { errors } from '../../shared/errors.ts';
import { chosen } from '../rules/given.ts';

type Form = Readonly<Record<string, unknown>>;

/** What was typed into the form of a preview. Throws `bad_input` where the rules change and nobody says why, or from a period that was not offered. */
export function readImportReasons({ rules = [] }: Pick<ImportRecord, 'rules'>, form: Form): ImportReasons {
  const since = rules.flatMap(({ year, from, starts }) => {
    const month = chosen(form[importFields.since(year)]) ?? from;
    if (month !== from && !starts.includes(month))
      throw errors.badInput('请从表单里选择施行月份。没有写入任何内容。');
    return [month];
  });
  const why = readNote(form[importFields.why]);
  if (rules.length > 0 && why === undefined)
    throw errors.badInput('请写明调整规则的理由和依据后再确认。没有写入任何内容。');
  return { rules: why, since };
}
