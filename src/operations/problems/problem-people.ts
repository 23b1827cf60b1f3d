import type { Problem } from '../../domain/enterprise/problem.ts';
import type { Cadre } from '../../domain/people/cadre.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { accountsOf } from '../people/accounts-of.ts';

/** Accounts (open_id) on each side of a problem; nobody twice within a side. */
export interface ProblemPeople {
  readonly desk: readonly string[];
  /** The desk officer who accepted it; the whole desk where nobody has, or that one has left the desk. */
  readonly officer: readonly string[];
  readonly handler: readonly string[];
  readonly entrepreneur: readonly string[];
}

/** The cadres of a unit by either post, its main head first, then by id. */
export async function cadresOfUnit(tx: ReadTx, unit: string): Promise<Cadre[]> {
  const cadres = (await tx.all('cadres')).filter((cadre) => cadre.posts.some((post) => post.unit === unit));
  const place = (cadre: Cadre) => {
    if (!cadre.roles.includes('unit_head')) return 2;
    return cadre.unit === unit ? 0 : 1;
  };
  return cadres.sort((a, b) => place(a) - place(b));
}

/** The head of a unit: who answers for it when nobody else is named. */
export async function headOf(tx: ReadTx, unit: string): Promise<Cadre | undefined> {
  const [first] = await cadresOfUnit(tx, unit);
  return first?.roles.includes('unit_head') ? first : undefined;
}

async function deskCadres(tx: ReadTx): Promise<string[]> {
  const cadres = await tx.all('cadres');
  return cadres.filter(({ roles }) => roles.includes('enterprise_desk')).map(({ id }) => id);
}

async function handlingCadres(tx: ReadTx, { unit, handler }: Problem): Promise<string[]> {
  if (unit === null) return [];
  const head = await headOf(tx, unit);
  return [handler, head?.id].filter((id) => typeof id === 'string');
}

async function companyAccounts(tx: ReadTx, { enterprise, submitter }: Problem): Promise<string[]> {
  const bindings = await tx.find('bindings', { index: 'enterprise', key: enterprise });
  const accounts = bindings.map(({ id }) => id);
  // A submitter who left the company is not told any more; its other people are.
  return submitter !== null && accounts.includes(submitter) ? [submitter] : accounts;
}

/** Who is to be told about a problem: every desk officer, its handler and unit head, and the entrepreneur. */
export async function problemPeople(tx: ReadTx, problem: Problem): Promise<ProblemPeople> {
  const officers = await deskCadres(tx);
  const desk = await accountsOf(tx, officers);
  const inCharge = officers.filter((id) => id === problem.desk);
  const officer = await accountsOf(tx, inCharge);
  return {
    desk,
    officer: officer.length > 0 ? officer : desk,
    handler: await accountsOf(tx, await handlingCadres(tx, problem)),
    entrepreneur: await companyAccounts(tx, problem),
  };
}
