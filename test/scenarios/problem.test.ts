import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const owner = 'ou_demo_E001';
const desk = 'ou_demo_C055';
const text = '厂区门口道路破损，大货车进出困难，希望尽快修复。';

async function newest() {
  const problems = await demo.store.read((tx) => tx.find('problems', { index: 'enterprise', key: 'E001' }));
  return problems.find((problem) => problem.text === text);
}

test('an enterprise problem from the form to the rating', async () => {
  await demo.chat.as(desk).looksAway();
  await demo.chat
    .as(owner)
    .says('/诉求')
    .sees('诉求')
    .fills({ category: '基础设施', urgency: 'urgent', text })
    .submits()
    .sees('受理');
  const problem = await newest();
  expect(problem).toMatchObject({ state: 'submitted', category: '基础设施' });
  const handler = await handlerOf('U42');
  await demo.chat
    .as(desk)
    .sees(text)
    .presses('受理')
    .sees('已受理')
    .presses('交办')
    .chooses('区经开区')
    .sees('经办人')
    .submits()
    .sees('已交办');
  await demo.chat.as(owner).sees('交办');
  await demo.chat
    .as(handler)
    .sees(text)
    .presses('答复')
    .fills({ text: '已列入本月修复计划，15日前完工。' })
    .submits()
    .sees('已答复');
  await demo.chat.as(owner).sees('15日前完工');
  await demo.chat
    .as(desk)
    .looksAway()
    .says(`/工单 ${problem?.tracking_code}`)
    .sees('办结')
    .presses('办结')
    .fills({ end: 'solved' })
    .submits()
    .sees('已办结');
  await demo.chat.as(owner).sees('解决').presses('已解决').presses('满意').sees('满意');
  expect(await newest()).toMatchObject({ state: 'closed', end: 'solved', solved: true, rating: 'satisfied' });
});

async function handlerOf(unit: string): Promise<string> {
  const cadres = await demo.store.read((tx) => tx.find('cadres', { index: 'unit', key: unit }));
  const head = cadres.find(({ roles }) => roles.includes('unit_head'));
  return `ou_demo_${head?.id}`;
}

test('an empty form gets a clear sentence and records nothing', async () => {
  const before = await demo.store.read((tx) => tx.all('problems'));
  await demo.chat
    .as('ou_demo_E002')
    .says('/诉求')
    .sees('诉求')
    .fills({ category: '其他', urgency: 'normal', text: '  ' })
    .submits()
    .sees('请');
  expect(await demo.store.read((tx) => tx.all('problems'))).toHaveLength(before.length);
});

test('the unit asks for something, and the entrepreneur answers in a sentence that goes along into the form', async () => {
  const fetched = await demo.store.read((tx) => tx.get('problems', 'P0485'));
  if (!fetched) throw new Error('P0485 is not in the demonstration');
  const company = `ou_demo_${fetched.enterprise}`;
  const at = { at: demo.clock.now(), who: 'system', what: 'test' };
  const handed = {
    ...{ state: 'assigned' as const, unit: 'U42', handler: 'C012', assigned_at: at.at, refusals: [] },
  };
  await demo.store.write(at, (tx) => tx.put('problems', { ...fetched, ...handed, submitter: company }));
  await demo.chat
    .as('ou_demo_C012')
    .says(`/工单 ${fetched.tracking_code}`)
    .presses('请企业补充')
    .fills({ reason: '请提供厂区排水图，发到经办人邮箱' })
    .submits()
    .sees('等企业补充，时限暂停');
  await demo.chat
    .as(company)
    .sees('需要您补充：请提供厂区排水图，发到经办人邮箱')
    .says('补充材料：排水图已发')
    .presses('补充到')
    .submits()
    .sees('您补充：补充材料：排水图已发');
  await demo.chat.as('ou_demo_C012').sees('企业补充，时限继续：补充材料：排水图已发');
  await demo.chat
    .as(company)
    .looksAway()
    .says(`/工单 ${fetched.tracking_code} 补充 ${'图'.repeat(1200)}`)
    .sees('补充说明最多1000个字，后面的没有带进表单');
});

test("somebody else's ticket and one that is not there get the same sentence", async () => {
  const problem = await newest();
  await demo.chat.as('ou_demo_E003').says(`/工单 ${problem?.tracking_code}`).sees('没有找到');
  await demo.chat.as('ou_demo_E003').says('/工单 ZZZZ2222').sees('没有找到');
});

test.each([
  (code: string) => code,
  (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`,
  (code: string) => `查询码 ${code.slice(0, 4)} ${code.slice(4)}`,
  (code: string) => `我的诉求 ${code.slice(0, 4)} ${code.slice(4)} 办得怎么样了`,
])('a code that is said as the card says it shows the problem to whoever may see it (%#)', async (said) => {
  const problem = await newest();
  const words = said(problem?.tracking_code ?? '');
  await demo.chat.as(owner).says(words).sees('您的诉求').sees(text);
  await demo.chat.as(desk).says(words).sees(`企业诉求 ${problem?.id}`);
  await demo.chat.as('ou_demo_E003').says(words).sees('没有找到这条诉求');
  await demo.chat.as('ou_demo_E003').says(said('ZZZZ2222')).sees('没有找到这条诉求');
});

test('诉求 with a code shows that problem instead of a form with the code in it; somebody else’s code shows nothing of it', async () => {
  const problem = await newest();
  const said = `诉求 ${problem?.tracking_code.slice(0, 4)} ${problem?.tracking_code.slice(4)}`;
  await demo.chat.as(owner).says(said).sees('您的诉求').sees(text);
  await demo.chat.as('ou_demo_E003').says(said).sees('提交企业诉求').doesNotSee(text);
});

test('in a group the code is answered in private', async () => {
  const problem = await newest();
  await demo.chat
    .as(desk)
    .inGroup('oc_demo_talk')
    .says(`@机器人 查询码 ${problem?.tracking_code}`)
    .sees('已私聊答复您')
    .doesNotSee(text);
});

test('what an entrepreneur wrote stands in the form, and nothing is stored before it is submitted', async () => {
  const before = await demo.store.read((tx) => tx.all('problems'));
  const written = '我们厂门口路灯坏了一个月没人管';
  await demo.chat
    .as('ou_demo_E002')
    .says(written)
    .sees('会带进表单')
    .presses('提交诉求')
    .sees('提交企业诉求')
    .inspects('提交企业诉求', ({ body }) => {
      const form = JSON.stringify(body.kind === 'interactive' ? body.card : undefined);
      expect(form).toContain(`"default_value":"${written}"`);
      expect(form).toContain("诉求类别 <font color='red'>&#42;</font>");
    });
  expect(await demo.store.read((tx) => tx.all('problems'))).toHaveLength(before.length);
  await demo.chat.as('ou_demo_E002').fills({ category: '基础设施' }).submits().sees('您的诉求').sees(written);
});

test('more than the form takes is cut, and the form says so', async () => {
  const long = '路'.repeat(1200);
  await demo.chat
    .as('ou_demo_E002')
    .says(long)
    .sees('会带进表单')
    .presses('提交诉求')
    .sees('最多1000个字')
    .inspects('最多1000个字', ({ body }) =>
      expect(JSON.stringify(body).match(/路+/)?.[0]).toHaveLength(1000),
    );
});

test('a cadre may not submit an enterprise problem, and is led to those that concern them', async () => {
  await demo.chat.as('ou_demo_C160').says('/诉求').sees('由企业办理').presses('工单').sees(/诉求/);
});

test('no phone of the form stands in the store in clear', async () => {
  const names = ['problems', 'enterprises', 'outbox', 'inbox', 'clicks', 'drafts'] as const;
  const dumps = await demo.store.read((tx) => Promise.all(names.map((name) => tx.all(name))));
  expect(JSON.stringify(dumps)).not.toMatch(/1380000\d{4}/);
});
