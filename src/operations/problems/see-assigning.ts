import type { ReadTx } from '../../store/document-store.ts';
import { cadresOfUnit } from './problem-people.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whom the desk can hand a problem to: every unit and, once one is chosen, its cadres, the head first. */
interface AssigningChoices {
  readonly units: readonly Named[];
  readonly unit?: string;
  readonly handlers?: readonly Named[];
}

/** The choices of the form; an unknown unit counts as none chosen. */
export async function seeAssigning(tx: ReadTx, chosen: string | undefined): Promise<AssigningChoices> {
  const units = (await tx.all('units')).map(({ id, short_name }) => ({ id, name: short_name }));
  const unit = units.find(({ id }) => id === chosen)?.id;
  if (unit === undefined) return { units };
  const cadres = await cadresOfUnit(tx, unit);
  return { units, unit, handlers: cadres.map(({ id, name, post }) => ({ id, name: `${name}（${post}）` })) };
}
