import { beforeEach, describe, expect, test } from 'vitest';
import { openContact } from '#src/operations/problems/open-contact.ts';
import { submitProblem } from '#src/operations/problems/submit-problem.ts';
import {
  accounts,
  companyContact,
  goodForm,
  type ProblemWorld,
  problemNow,
  problemWorld,
} from '../../support/problem-world.ts';

describe('an entrepreneur submits a problem', () => {
  let world: ProblemWorld;
  beforeEach(async () => {
    world = await problemWorld();
  });

  const submit = async (who: keyof typeof accounts, form: Partial<typeof goodForm> = {}) => {
    const actor = await world.as(who);
    const submission = { form: { ...goodForm, ...form }, actor, vault: world.vault, now: problemNow };
    return world.write((tx) => submitProblem(tx, submission));
  };

  test('it is recorded for the company of the binding, with the next number and a speakable code', async () => {
    await world.given({ id: 'P0503' });
    const problem = await submit('entrepreneur');
    expect(await world.problem('P0504')).toEqual(problem);
    expect(problem).toMatchObject({
      state: 'submitted',
      enterprise: 'E001',
      enterprise_name: '南江恒泰精密制造有限公司',
      submitter: accounts.entrepreneur,
      submitted_at: problemNow,
      source: 'chat_form',
    });
    expect(problem.tracking_code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  });

  test('numbers go on after P9999, and no two codes are alike', async () => {
    await world.given({ id: 'P9999' });
    const codes = new Set<string>();
    for (let count = 0; count < 20; count += 1) codes.add((await submit('entrepreneur')).tracking_code);
    expect(codes.size).toBe(20);
    expect(await world.problem('P10019')).toBeDefined();
  });

  test('the contact is sealed under the company’s key and stands in no journalled document', async () => {
    const problem = await submit('entrepreneur');
    expect(problem.contact.key).toBe('E001');
    expect(await openContact(world.vault, problem.contact)).toEqual({ name: '孙经理', phone: '13812345678' });
    for (const place of [await world.dump(), world.journal.join('\n')]) {
      expect(place).toContain('旺季缺一线操作工30人');
      expect(place).not.toContain('13812345678');
      expect(place).not.toContain('孙经理');
      expect(place).not.toContain(companyContact.phone);
    }
  });

  test('when the company’s key is destroyed the contact is gone for ever', async () => {
    const problem = await submit('entrepreneur');
    await world.vault.destroy('E001');
    expect(await openContact(world.vault, problem.contact)).toBeUndefined();
  });

  test('a form that does not fit records nothing', async () => {
    await expect(submit('entrepreneur', { text: '缺人' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(submit('entrepreneur', { phone: '123' })).rejects.toMatchObject({ code: 'bad_input' });
    expect(await world.store.read((tx) => tx.all('problems'))).toEqual([]);
  });

  test.each(['desk', 'handler', 'admin', 'unbound'] as const)('%s may not submit', async (who) => {
    await expect(submit(who)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
