import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { messageText } from '#src/emulator/state/visible-text.ts';
import { startTestDemonstration } from '../support/demonstration.ts';
import { fieldsOf, nodesOf } from '../support/emulator-chat-card.ts';
import { pause } from '../support/emulator-seat.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());
afterEach(() => demo.emulator.faults.clear());

/** 许美玲, 区财政局 (U06); 熊成功, of both 区投促局 (U05) and 区经开区 (U42). */
const cadre = 'ou_demo_C045';
const twoPosts = 'ou_demo_C039';

async function draftsOf(person: string) {
  const drafts = await demo.store.read((tx) => tx.all('drafts'));
  const own = drafts.filter((draft) => draft.person === person);
  return own.sort((a, b) => a.created_at.localeCompare(b.created_at));
}

describe("another unit's values stay out of a group", () => {
  const unitGroup = 'oc_demo_unit_U42';

  test("a question about the person's other unit comes in private", async () => {
    await demo.chat
      .as(twoPosts)
      .inGroup(unitGroup)
      .says('@强引擎 新签约项目协议投资额10月累计5.2')
      .sees('已私聊请您确认')
      .doesNotSee('5.2');
    await demo.chat.as(twoPosts).sees('没有带计量单位').presses('5.2 亿元').sees('区投促局');
  });

  test('a name that may be an indicator of another task force comes in private', async () => {
    const group = 'oc_demo_tf_TF01';
    await demo.chat.as('ou_demo_C012').inGroup(group).says('@强引擎 高企三季度末152家').sees('已私聊');
  });
});

describe('a form whose values the card never offered', () => {
  const submit = (form_value: object) => ({
    tag: 'button',
    value: { action: 'report.submit' },
    form_value: { indicator: 'XM-10', unit: 'U06', period: '2026-10', value: '84.3', ...form_value },
  });

  test.each([
    [{ unit: 'U99' }, '所选单位2026年没有承担'],
    [{ unit: '__proto__' }, '请核对指标和单位'],
    [{ note: 'x'.repeat(5000) }, '说明最多200字'],
    [{ value: '1,2,3' }, '不是数字'],
    [{ value: '84,3' }, '不是数字'],
  ])('%o is refused with a sentence and opens no draft', async (form, answer) => {
    const before = await draftsOf(cadre);
    await demo.chat.as(cadre).says('/上报').sees('上报进度').pressesRaw(submit(form)).sees(answer);
    expect(await draftsOf(cadre)).toHaveLength(before.length);
  });

  test('thousands separators are taken, what cannot be seen in a note is not', async () => {
    await demo.chat
      .as(cadre)
      .says('/上报')
      .sees('上报进度')
      .pressesRaw(submit({ indicator: 'YS-09', value: '1,950.5', note: '<at id=all></at>\u0000补\u202e报' }))
      .sees('1950.5 万元')
      .sees('<at id=all></at>补报');
    expect((await draftsOf(cadre)).at(-1)?.items).toMatchObject([
      { value: '1950.5', note: '<at id=all></at>补报' },
    ]);
  });

  test.each([
    [{ unit_0: 'U99' }, '所选单位'],
    [{ indicator_0: '__proto__' }, '没有这个指标'],
    [{ period_0: 'x' }, '不按这个时期报送'],
    [{ note_0: 'n'.repeat(201) }, '说明最多200字'],
  ])('corrected with %o it is refused with the number of the item', async (form, answer) => {
    await demo.chat
      .as(cadre)
      .says('专项债券资金支出进度10月84.3%')
      .sees('请确认')
      .presses('更正')
      .sees('更正上报内容');
    const draft = (await draftsOf(cadre)).at(-1);
    const value = { action: 'report.correct_submit', draft: draft?.id };
    const form_value = { value_0: '84.3', ...form };
    await demo.chat.as(cadre).pressesRaw({ tag: 'button', value, form_value }).sees('第1条').sees(answer);
    expect((await draftsOf(cadre)).at(-1)).toEqual(draft);
  });

  test('a unit that there is not has no working', async () => {
    const option = 'x'.repeat(5000);
    const value = { action: 'explain.show', period: '2026-10' };
    await demo.chat
      .as('ou_demo_C002')
      .says('/排名 镇街')
      .sees('镇街')
      .pressesRaw({ tag: 'select_static', value, option })
      .sees('没有这个单位');
  });
});

describe('a question of a draft', () => {
  test('is not answered by the second tap on the one before it', async () => {
    const street = 'ou_demo_C188';
    await demo.chat.as(street).says('12月固投累计14亿，12月规上工业总产值累计177亿').sees('还有 2 处要问您');
    const id = (await draftsOf(street)).at(-1)?.id ?? '';
    const value = { action: 'report.answer', draft: id, ask: 0, left: 2, choice: '2026-10' };
    const tap = { tag: 'button', value };
    await demo.chat.as(street).pressesRaw(tap).sees('还有 1 处要问您').pressesRaw(tap).sees('已经更新');
    expect((await draftsOf(street)).at(-1)?.asks).toHaveLength(1);
  });

  test('is not asked when the person may not report it whatever the answer', async () => {
    await demo.chat
      .as('ou_demo_C160')
      .says('12月规上工业总产值累计172亿')
      .sees('没有承担“规上工业总产值”')
      .doesNotSee('哪一期');
  });

  test('behind /report it is asked, not lost in an empty form', async () => {
    await demo.chat
      .as(twoPosts)
      .says('/上报 新签约项目协议投资额10月累计5.2')
      .sees('没有带计量单位')
      .doesNotSee('上报进度');
  });
});

describe('periods and suggestions', () => {
  test('the newest period of a yearly indicator is the year in which it is assigned', async () => {
    await demo.chat
      .as('ou_demo_C196')
      .says('/上报 群众满意度测评得分')
      .sees('上报进度')
      .fills({ indicator: 'DJ-10', period: 'latest', value: '92.5' })
      .submits()
      .sees('2026年');
  });

  test.each([
    ['/得分 2025', '没有2025年的考核数据'],
    ['/得分 明年', '还没有开始'],
    ['/排名 2025', '没有2025年的考核数据'],
  ])('%s → %s', async (said, answer) => {
    await demo.chat.as('ou_demo_C160').says(said).sees(answer);
  });

  test('a near miss suggests only what the person may do', async () => {
    await demo.chat.as('ou_demo_C160').says('/登计').sees('/登计').doesNotSee('登记本群');
    await demo.chat.as('ou_demo_C056').inGroup('oc_demo_talk').says('/登计').sees('登记本群');
  });

  test('a word that fits several indicators is not called a command', async () => {
    await demo.chat.as('ou_demo_C002').says('/排名 高企').sees('可能是下面几个指标');
  });
});

describe('a click that takes longer than the presser may wait', () => {
  /** The store needs longer for the next press than the platform waits. */
  function slowDisk(): void {
    const { store } = demo;
    const write = store.write.bind(store);
    const spy = vi.spyOn(store, 'write').mockImplementation(async (meta, change) => {
      if (!meta.what.startsWith('press.')) return write(meta, change);
      spy.mockRestore();
      await pause(2700);
      return write(meta, change);
    });
  }

  test('updates the card behind the answer', async () => {
    const admin = demo.chat.as('ou_demo_C056');
    await admin.says('/绑定').sees('绑定身份').fills({ contact: '13900000166', roster: 'C166' });
    slowDisk();
    await admin.submits().inspectsClick(({ toast, replaced }) => {
      expect(toast?.content).toContain('正在处理');
      expect(replaced).toBe(false);
    });
    await admin.sees('已绑定');
  }, 15_000);

  test('a refusal follows as a private sentence', async () => {
    const admin = demo.chat.as('ou_demo_C056');
    await admin.says('/绑定').sees('绑定身份').fills({ contact: '13999999999', roster: 'C166' });
    slowDisk();
    await admin.submits().sees('正在处理').sees('没有找到这个手机号');
  }, 15_000);

  test('a platform that does not answer is a sentence that says so', async () => {
    demo.emulator.faults.revokeTokens();
    demo.emulator.faults.inject({ on: 'token', kind: '500', times: 9 });
    const admin = demo.chat.as('ou_demo_C056');
    await admin.says('/绑定');
    demo.emulator.faults.clear();
    await admin.sees('绑定身份').fills({ contact: '13900000166', roster: 'C166' });
    demo.emulator.faults.revokeTokens();
    demo.emulator.faults.inject({ on: 'token', kind: '500', times: 9 });
    await admin.submits().sees('飞书暂时没有回应');
  }, 15_000);
});

test('a desk officer who has left learns nothing new from the cards they had', async () => {
  const [leaver, officer] = ['ou_demo_C060', 'ou_demo_C028'];
  const text = '厂区门口积水，请尽快疏通排水管。';
  await demo.chat
    .as('ou_demo_E005')
    .says('/诉求')
    .fills({ category: '其他', urgency: 'urgent', text })
    .submits();
  await demo.chat.as(leaver).sees(text);
  await demo.store.write({ at: demo.clock.now(), who: 'system', what: 'person.left' }, (tx) =>
    tx.delete('bindings', leaver),
  );
  await demo.chat.as(leaver).looksAway();
  await demo.chat.as(officer).sees(text).presses('受理').sees('已受理');
  await demo.product.idle();
  await demo.chat.as('ou_demo_C055').sees('已受理');
  await demo.chat.as(leaver).seesNothing();
});

test('cards of a 30-item message hold every item and its form', async () => {
  const reports = await demo.store.read((tx) => tx.all('reports'));
  const indicators = await demo.store.read((tx) => tx.all('indicators'));
  const october = reports.filter(({ unit, period }) => unit === 'U42' && period === '2026-09').slice(0, 30);
  const said = october.map(({ indicator, value }) => {
    const { name, measure } = indicators.find(({ code }) => code === indicator) ?? {};
    return `${name}9月${value}${measure}`;
  });
  await demo.chat
    .as('ou_demo_C194')
    .says(said.join('；'))
    .sees('请确认上报内容（30 项）')
    .presses('更正')
    .sees('第 1/4 页')
    .inspects('更正上报内容', ({ body }) => {
      const form = body.kind === 'interactive' ? nodesOf(body.card).find(({ tag }) => tag === 'form') : {};
      expect(fieldsOf(form ?? {}).length).toBeGreaterThan(20);
    })
    .presses('返回')
    .sees('逾期原因（30 项已过截止日）')
    .fills({ late_reason: '区里数据晚到' })
    .submits('确认上报')
    .sees('已记录 30 项')
    .inspects('已记录', (message) => expect(messageText(message)).not.toContain('undefined'));
});
