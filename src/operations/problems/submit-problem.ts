import type { Enterprise } from '../../domain/enterprise/enterprise.ts';
import type { Problem } from '../../domain/enterprise/problem.ts';
import {
  type ProblemRequest,
  type RawRequest,
  readProblemRequest,
} from '../../domain/enterprise/problem-request.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { speakableCode } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import type { Vault } from '../../store/vault.ts';

interface Submission {
  readonly form: RawRequest;
  readonly actor: Actor;
  readonly vault: Vault;
  readonly now: Instant;
}

const codeLength = 8;

async function nextId(tx: ReadTx): Promise<string> {
  const problems = await tx.all('problems');
  const highest = problems.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0);
  return `P${String(highest + 1).padStart(4, '0')}`;
}

async function freeCode(tx: ReadTx): Promise<string> {
  const key = speakableCode(codeLength);
  const taken = await tx.find('problems', { index: 'code', key });
  return taken.length === 0 ? key : freeCode(tx);
}

/** The company whose person this is; throws `not_allowed` for everybody else. */
export async function enterpriseOf(tx: ReadTx, actor: Actor): Promise<Enterprise> {
  const enterprise = actor.enterprise && (await tx.get('enterprises', actor.enterprise));
  if (!enterprise) throw errors.notAllowed('您还没有绑定企业，不能提交诉求', '请联系企服专员为您绑定');
  return enterprise;
}

/** Nothing has happened yet. */
const untouched = {
  pictures: 0,
  accepted_at: null,
  assigned_at: null,
  first_answer_at: null,
  answered_at: null,
  closed_at: null,
  unit: null,
  handler: null,
  desk: null,
  answer: null,
  end: null,
  public_reason: null,
  solved: null,
  rating: null,
  rating_text: null,
  reopened_times: 0,
  refusals: [],
  pauses: [],
  verified_at: null,
  escalated_to: null,
  returned_reason: null,
} satisfies Partial<Problem>;

/** Records a problem from the form in chat, its contact sealed under the company's key. Throws `bad_input` and records nothing when the form does not fit. */
export async function submitProblem(tx: WriteTx, { form, actor, vault, now }: Submission): Promise<Problem> {
  const enterprise = await enterpriseOf(tx, actor);
  const { contact, ...asked }: ProblemRequest = readProblemRequest(form);
  const problem: Problem = {
    ...untouched,
    ...asked,
    id: await nextId(tx),
    tracking_code: await freeCode(tx),
    enterprise: enterprise.id,
    enterprise_name: enterprise.name,
    contact: await vault.seal(enterprise.id, JSON.stringify(contact)),
    submitter: actor.openId,
    source: 'chat_form',
    source_name: '飞书表单',
    state: 'submitted',
    submitted_at: now,
  };
  await tx.put('problems', problem);
  return problem;
}
