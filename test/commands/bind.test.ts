import { expect, test } from 'vitest';
import { bind } from '#src/commands/bind.ts';
import { problemContext, problemNow, problemWorld } from '../support/problem-world.ts';

test('the card that tells an invitation code is sealed, so that the code never stands in the journal', async () => {
  const world = await problemWorld();
  const [enterprise] = await world.store.read((tx) => tx.all('enterprises'));
  await world.store.write({ at: problemNow, who: 'test', what: 'test' }, async (tx) => {
    const context = await problemContext(world, tx, { who: 'desk' });
    const reply = await bind.answer(context, `企业 ${enterprise?.id}`);
    const [message] = reply.here ?? [];
    const code = /邀请码 ([2-9A-HJ-NP-Z]{10})/.exec(JSON.stringify(message?.card))?.[1];
    expect(code).toBeDefined();
    expect(message?.sealUnder).toBe(enterprise?.id);
    expect(JSON.stringify(await tx.all('settings'))).not.toContain(code);
  });
});
