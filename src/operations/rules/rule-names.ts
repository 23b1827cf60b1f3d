import type { ChangeNames } from '../../domain/assessment/rules/rule-change-words.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** Names for what rule changes are about; an unknown id stands for itself. */
export async function ruleNames(tx: ReadTx): Promise<ChangeNames> {
  const indicators = new Map((await tx.all('indicators')).map((each) => [each.code, each]));
  const units = new Map((await tx.all('units')).map(({ id, short_name }) => [id, short_name]));
  const cadres = new Map((await tx.all('cadres')).map(({ id, name }) => [id, name]));
  return {
    indicator: (code) => indicators.get(code),
    unit: (id) => units.get(id) ?? id,
    cadre: (id) => cadres.get(id) ?? (id === 'system' ? '系统' : id),
  };
}
