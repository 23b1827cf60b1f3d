import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const office = 'ou_demo_C085';
const second = 'ou_demo_C086';
const head = 'ou_demo_C019';

describe('the office changes a unit’s targets', () => {
  test('in a draft that says what its weights lack, is nobody else’s to see, and takes effect as a new rule version', async () => {
    const book = await demo.store.read((tx) => tx.find('assignments', { index: 'unit', key: 'U01' }));
    const [first, next] = book.filter(({ rule }) => rule.type === 'completion');
    if (!first || !next) throw new Error('U01 has no two completion assignments');
    const edit = (weight: string, rule: string) => ({ weight, rule });
    await demo.chat
      .as(office)
      .says('/目标 区发改局')
      .sees('权重合计 100 分')
      .chooses(first.id)
      .sees('修改任务')
      .fills(edit(`${Number(first.weight) - 2}`, '功效系数（按完成率，基准0.7）'))
      .submits('存入草稿')
      .sees('权重合计 98 分，还差 2 分')
      .doesNotSee('提交生效');
    await demo.chat.as(head).says('/规则 2026-1').sees('这是第一个版本，没有更早的版本可比');
    await demo.chat.as(head).says('/规则').sees('2026-1').doesNotSee('2026-2').doesNotSee('草稿');
    await demo.chat
      .as(head)
      .says('/得分 9月')
      .sees('规则版本 2026-1')
      .presses('下一页 ›')
      .doesNotSee('功效系数（按完成率，基准0.7）');
    await demo.chat
      .as(office)
      .chooses(next.id)
      .sees('修改任务')
      .fills({ weight: `${Number(next.weight) + 2}` })
      .submits('存入草稿')
      .sees('权重合计 100 分')
      .fills({ why: '区委常委会决定', from: '2026-10' })
      .submits('提交生效')
      .sees('规则版本 2026-2');
    await demo.chat
      .as(head)
      .says('/得分 9月')
      .sees('规则版本 2026-1')
      .presses('下一页 ›')
      .doesNotSee('功效系数（按完成率，基准0.7）');
    await demo.chat
      .as(head)
      .says('/得分 10月')
      .sees('规则版本 2026-2')
      .presses('下一页 ›')
      .sees('功效系数（按完成率，基准0.7）');
    await demo.chat
      .as(head)
      .says('/规则')
      .sees('区委常委会决定')
      .sees('张萍')
      .presses('看调整了什么')
      .sees('功效系数（按完成率，基准0.7）')
      .sees('目标完成率');
    await demo.chat
      .as('ou_demo_C045')
      .says('/规则 2026-2')
      .sees('另有 2 项涉及其他单位')
      .doesNotSee('功效系数');
  });

  test('is told what cannot be: words that are no rule, and a draft goes as it came', async () => {
    const [first] = await demo.store.read((tx) => tx.find('assignments', { index: 'unit', key: 'U02' }));
    await demo.chat
      .as(office)
      .says('/目标 区工信局')
      .chooses(first?.id ?? '')
      .fills({ rule: '看着给' })
      .submits('存入草稿')
      .sees('没有看懂');
    await demo.chat
      .as(office)
      .says('/目标 区工信局')
      .chooses(first?.id ?? '')
      .fills({ keep: 'remove' })
      .submits('存入草稿')
      .sees('还差')
      .presses('放弃草稿')
      .sees('权重合计 100 分')
      .doesNotSee('草稿未生效');
    expect(await demo.store.read((tx) => tx.all('rule_drafts'))).toEqual([]);
  });

  test('and moves a unit to another track from a month on', async () => {
    await demo.chat
      .as(office)
      .says('/目标')
      .presses(/园区国企赛道/)
      .sees('园区国企赛道的规则')
      .fills({ joins: 'U01', why: '职能调整', from: '2026-11', bonus_cap: '4' })
      .submits('提交生效')
      .sees('规则版本 2026-3');
    await demo.chat.as(head).says('/得分 10月').sees('发展攻坚赛道');
    await demo.chat.as(head).says('/得分 11月').sees('园区国企赛道');
  });

  test('what two of the office edit at once is not lost: nobody overwrites, submits or drops what they have not seen', async () => {
    const [first] = await demo.store.read((tx) => tx.find('assignments', { index: 'unit', key: 'U04' }));
    const open = (person: string) =>
      demo.chat
        .as(person)
        .says('/目标 区商务局')
        .chooses(first?.id ?? '');
    const draft = async () => (await demo.store.read((tx) => tx.all('rule_drafts')))[0]?.changes[0]?.after;
    await open(office).sees('修改任务');
    await open(second).fills({ target: '77' }).submits('存入草稿').sees('草稿未生效');
    await demo.chat.as(office).fills({ target: '88' }).submits('存入草稿').sees('在您打开之后被改过');
    expect((await draft())?.annual_target).toBe('77');
    await demo.chat.as(office).says('/目标 区商务局').sees('提交生效');
    await open(second).fills({ target: '78' }).submits('存入草稿').sees('草稿未生效');
    await demo.chat
      .as(office)
      .fills({ why: '没有看到 78', from: '2026-12' })
      .submits('提交生效')
      .sees('草稿在您打开之后有变化，没有办理');
    expect((await draft())?.annual_target).toBe('78');
    await demo.chat.as(office).presses('放弃草稿').sees('已放弃草稿');
    await demo.chat.as(second).presses('放弃草稿').sees('草稿在您打开之后有变化，没有办理');
  });

  test('and nobody else may', async () => {
    await demo.chat.as(head).says('/目标 U01').sees('您的身份不能调整目标和规则');
    await demo.chat.as(office).inGroup('oc_demo_leaders').says('/目标 U01').sees('只能在私聊里');
  });
});

describe('bonuses, deductions and vetoes', () => {
  const propose = (unit: string, more: Record<string, string> = {}) =>
    demo.chat
      .as(office)
      .says('/加减分')
      .presses('提出加减分')
      .sees('提出后由考核办另一位同志审核')
      .fills({
        unit,
        item: 'JF02',
        points: '1.25',
        date: '2026-10-26',
        reason: '省级试点验收优秀',
        document: '云考办41号',
        ...more,
      })
      .submits('提交审核');

  test('count only when a second person approves; the unit’s head is then told', async () => {
    const scoreOf = async () => {
      let text = '';
      await demo.chat
        .as(head)
        .says('/得分 10月')
        .inspects('得分明细', ({ body }) => {
          text = JSON.stringify(body);
        });
      return /扣分 [\d.]+ ＝ ([\d.]+)/.exec(text)?.[1] ?? '';
    };
    const before = await scoreOf();
    await propose('U01').sees('待审核');
    expect(await scoreOf()).toBe(before);
    await demo.chat
      .as(office)
      .sees('审核前您可以撤回')
      .sees('撤回')
      .doesNotSee('审核通过')
      .doesNotSee('驳回');
    await demo.chat.as(head).looksAway();
    await demo.chat.as(second).sees('省级试点验收优秀').doesNotSee('撤回').presses('审核通过').sees('已生效');
    await demo.chat.as(head).sees('有一项加分生效').sees('省级试点验收优秀');
    expect((Number(await scoreOf()) - Number(before)).toFixed(2)).toBe('1.25');
  });

  test('do not take effect when the catalogue has changed since, nor with a day that no calendar has', async () => {
    await propose('U03', { date: '2026-02-31' }).sees('请选择认定日期');
    await propose('U03', { date: '1999-01-01' }).sees('1999年没有参加考核');
    await propose('U03').sees('待审核');
    const item = await demo.store.read((tx) => tx.get('adjustment_items', 'JF02'));
    if (!item) throw new Error('JF02 is gone');
    const meta = { at: '2026-11-06T09:30:00+08:00', who: 'system', what: 'test' };
    await demo.store.write(meta, (tx) => tx.put('adjustment_items', { ...item, max: '1' }));
    await demo.chat.as(second).presses('审核通过').sees('1.25 分不在范围内').sees('请驳回后重新提出');
    await demo.store.write(meta, (tx) => tx.put('adjustment_items', item));
    await demo.chat.as(office).presses('撤回').sees('已撤回');
  });

  test('are refused outside the item’s bounds, and rejected with a reason that the proposer is told', async () => {
    await propose('U02', { points: '9' }).sees('9 分不在范围内');
    await propose('U02').sees('待审核');
    await demo.chat
      .as(second)
      .says('/加减分')
      .presses(/^审核$/)
      .fills({ why: '材料不全' })
      .submits('驳回')
      .sees('已驳回');
    await demo.chat.as(office).sees('驳回：材料不全');
    const [rejected] = await demo.store.read((tx) =>
      tx.find('adjustment_proposals', { index: 'state', key: 'rejected' }),
    );
    const adjustments = await demo.store.read((tx) => tx.all('adjustments'));
    expect(rejected?.decision).toBe('材料不全');
    expect(adjustments.some(({ reason, unit }) => reason === '省级试点验收优秀' && unit === 'U02')).toBe(
      false,
    );
  });

  test('fall under a catalogue that the office keeps, each change a rule version', async () => {
    await demo.chat
      .as(office)
      .says('/加减分')
      .presses('事项目录')
      .presses('新增事项')
      .fills({ type: 'bonus', name: '揭榜挂帅任务完成', min: '0.1', max: '0.8', why: '新设事项' })
      .submits('提交生效')
      .sees('揭榜挂帅任务完成');
    await demo.chat.as(head).says('/规则').sees('新设事项');
  });
});
