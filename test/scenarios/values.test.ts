import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** 许美玲, 区财政局 (U06): its reporter; 沈斌 of the same office; 洪云飞, its head; 张萍 of the assessment office. */
const [reporter, colleague, head, office] = ['ou_demo_C045', 'ou_demo_C044', 'ou_demo_C042', 'ou_demo_C085'];

async function newestOf(place: string) {
  const all = await demo.store.read((tx) => tx.find('reports', { index: 'place', key: place }));
  return all.sort((a, b) => b.rev - a.rev)[0];
}

const reports = (person: string, sentence: string) =>
  demo.chat.as(person).says(sentence).sees('请确认上报内容').presses('确认上报').sees('已记录 1 项');

describe('what was reported is confirmed or returned', () => {
  test("a unit's head ticks a value and confirms it after a question that states how many", async () => {
    await reports(reporter, '12345热线满意率10月95.2%');
    await demo.chat.as(head).says('/审核').sees('待审核').sees('12345热线满意率').sees('许美玲');
    const report = await newestOf('MS-10|U06|2026-10');
    await demo.chat
      .as(head)
      .fills({ [`tick_${report?.id}`]: true })
      .submits('审核通过所选')
      .sees('审核通过 1 项？')
      .presses('审核通过 1 项')
      .sees('已审核通过 1 项');
    expect(await newestOf('MS-10|U06|2026-10')).toMatchObject({ state: 'confirmed', decided_by: 'C042' });
  });

  test('a returned value counts no more, the one before does again, and its reporter is told why with a button', async () => {
    await reports(reporter, '专项债券资金支出进度10月80.1%');
    await reports(reporter, '专项债券资金支出进度10月84.3%');
    const report = await newestOf('XM-10|U06|2026-10');
    await demo.chat
      .as(office)
      .says('/审核 区财政局 10月')
      .sees('区财政局 · 2026年10月')
      .fills({ [`tick_${report?.id}`]: true })
      .submits('退回所选')
      .sees('退回 1 项？')
      .fills({ reason: '与债券系统数据不一致' })
      .submits('退回 1 项')
      .sees('已退回 1 项');
    expect(await newestOf('XM-10|U06|2026-10')).toMatchObject({
      state: 'returned',
      reason: '与债券系统数据不一致',
      decided_by: 'C085',
    });
    await demo.chat
      .as(reporter)
      .sees('1 项上报被退回')
      .sees('与债券系统数据不一致')
      .sees('恢复为 80.1%')
      .presses('重新上报')
      .sees('上报进度');
    await demo.chat.as(reporter).says('/指标 专项债券资金支出进度').sees('80.1%').doesNotSee('84.3');
    await demo.chat.as(office).says('/排名 专项债券资金支出进度 10月').sees('80.1%').doesNotSee('84.3');
  });

  test('a value without one before it is unreported again after a return', async () => {
    await reports(reporter, '惠企政策资金兑现额10月累计1.9亿元');
    const report = await newestOf('YS-09|U06|2026-10');
    await demo.chat
      .as(head)
      .says('/审核 10月')
      .fills({ [`tick_${report?.id}`]: true })
      .submits('退回所选')
      .fills({ reason: '口径不对，请只报已兑现的' })
      .submits()
      .sees('已退回 1 项');
    await demo.chat.as(reporter).says('/指标 惠企政策资金兑现额 10月').sees('还没有报').doesNotSee('1.9');
  });

  test('all that is shown is confirmed at once; what is far from the last period is left or taken on purpose', async () => {
    await demo.chat
      .as(office)
      .says('/审核 市场监管局')
      .sees('待审核')
      .presses('全部通过')
      .sees('审核通过')
      .presses(/^(审核通过 \d+ 项|核对无误.*)$/)
      .sees(/已审核通过 \d+ 项/)
      .sees('没有待审核的数据');
  });

  test('what has changed since it was shown is not confirmed', async () => {
    await demo.chat.as(office).says('/审核 经开区').sees('待审核');
    await demo.chat.as(office).looksAway().presses('全部通过').sees('审核通过');
    await demo.store.write({ at: '2026-11-06T09:30:00+08:00', who: 'system', what: 'test' }, async (tx) => {
      const waiting = await tx.find('reports', { index: 'waiting', key: 'submitted' });
      const report = waiting.find(({ unit, period }) => unit === 'U42' && period === '2026-10');
      if (!report) throw new Error('nothing waits');
      await tx.put('reports', { ...report, state: 'confirmed' });
    });
    await demo.chat
      .as(office)
      .presses(/^(审核通过 \d+ 项|核对无误.*)$/)
      .sees('待审核的数据已有变化，没有办理。请点“返回”看最新清单')
      .presses('返回')
      .sees(/待审核 \d+ 项|没有待审核的数据/);
  });

  test('of two who decide on the same value the second is told that it is decided, and changes nothing', async () => {
    await reports(reporter, '企业诉求满意率10月95.1%');
    const report = await newestOf('YS-06|U06|2026-10');
    const ticks = { [`tick_${report?.id}`]: true };
    await demo.chat.as(head).says('/审核 10月').fills(ticks).submits('审核通过所选').sees('审核通过 1 项？');
    await demo.chat
      .as(office)
      .says('/审核 区财政局 10月')
      .fills(ticks)
      .submits('退回所选')
      .sees('退回 1 项？');
    await demo.chat
      .as(head)
      .presses(/^(审核通过 1 项|核对无误.*)$/)
      .sees('已审核通过 1 项');
    await demo.chat
      .as(office)
      .fills({ reason: '数据不一致' })
      .submits('退回 1 项')
      .sees('有的已被处理或重新上报');
    expect((await newestOf('YS-06|U06|2026-10'))?.state).toBe('confirmed');
  });

  test('a task force’s office sees its indicators and decides nothing', async () => {
    await demo.chat
      .as('ou_demo_C023')
      .says('/审核')
      .sees('由单位主要负责人或考核办审核')
      .doesNotSee('审核通过所选');
  });

  test('a forged choice narrows to nothing', async () => {
    const forged = { tag: 'select_static', value: { action: 'confirm.show', page: 1 } };
    for (const option of ['period:abc', 'unit:__proto__', 'force:constructor'])
      await demo.chat
        .as(head)
        .says('/审核')
        .sees('待审核')
        .pressesRaw({ ...forged, option })
        .sees('请重选');
  });

  test('who may not confirm is told who can', async () => {
    await demo.chat
      .as(reporter)
      .says('/审核')
      .sees('您的身份不能查看待审核的数据')
      .sees('单位主要负责人、考核办、专班办公室可以查看');
  });
});

describe('a value has a history', () => {
  test('a head corrects a value: the old one stays, who and why are shown, the reporter is told', async () => {
    await reports(reporter, '一般公共预算支出进度10月78.9%');
    const report = await newestOf('JJ-06|U06|2026-10');
    await demo.chat
      .as(head)
      .says('/审核 10月')
      .chooses(report?.id ?? '')
      .sees('第 1 版')
      .presses('更正')
      .sees('原数保留备查')
      .fills({ value: '79.3', why: '剔除提前下达资金' })
      .submits('更正')
      .sees('78.9% → 79.3%')
      .sees('更正原因：剔除提前下达资金');
    expect(await newestOf('JJ-06|U06|2026-10')).toMatchObject({ rev: 2, value: '79.3', state: 'confirmed' });
    await demo.chat.as(reporter).sees('您上报的数已更正').sees('78.9% → 79.3%');
  });

  test('a correction far from the last period asks a second time before it counts', async () => {
    const before = await newestOf('JJ-06|U06|2026-10');
    await demo.chat
      .as(head)
      .says('/指标 一般公共预算支出进度 10月')
      .chooses(before?.id ?? '')
      .presses('更正')
      .fills({ value: '20', why: '误报' })
      .submits('更正')
      .sees('与上期差别较大，仍要更正吗');
    expect((await newestOf('JJ-06|U06|2026-10'))?.value).toBe('79.3');
    await demo.chat.as(head).presses('核对无误，更正').sees('已更正');
    expect((await newestOf('JJ-06|U06|2026-10'))?.value).toBe('20');
  });

  test('who reports in another’s place is named with them', async () => {
    await demo.chat
      .as(colleague)
      .says('12345热线满意率10月95.6%')
      .sees('代许美玲填报')
      .presses('确认上报')
      .sees('已记录 1 项')
      .sees('代许美玲填报');
    expect(await newestOf('MS-10|U06|2026-10')).toMatchObject({ reporter: 'C044', on_behalf_of: 'C045' });
  });
});

describe('late and locked', () => {
  test('after the due day a value is taken with its reason, which is kept and shown', async () => {
    await demo.chat
      .as(reporter)
      .says('12345热线满意率9月95.8%')
      .sees('逾期原因（1 项已过截止日）')
      .fills({ late_reason: '市里数据晚到' })
      .submits('确认上报')
      .sees('逾期补报：市里数据晚到');
    expect(await newestOf('MS-10|U06|2026-09')).toMatchObject({ late_reason: '市里数据晚到' });
  });

  test('a locked month takes nothing, says whom to ask, and opens again for one unit until a day', async () => {
    await demo.chat.as(office).says('/账期').sees('账期锁定');
    await demo.chat
      .as(office)
      .pressesRaw({ tag: 'button', value: { action: 'lock.ask', month: '2026-08', what: 'lock' } });
    await demo.chat.as(office).sees('锁定 2026年8月？').presses('锁定').sees('已锁定2026年8月');
    await demo.chat.as(reporter).says('12345热线满意率8月95.8%').sees('账期已锁定').sees('请联系考核办');
    await demo.chat
      .as(office)
      .presses('重新开放')
      .fills({ unit: '区财政局', until: '2026-13-45', why: '统计口径调整' })
      .submits('重新开放')
      .sees('没有开放')
      .fills({ unit: '区财政局', until: '2026-11-09', why: '统计口径调整' })
      .submits('重新开放')
      .sees('重新开放：区财政局，到11月9日止');
    await demo.chat.as(reporter).says('12345热线满意率8月95.8%').sees('请确认上报内容');
    await demo.chat.as('ou_demo_C160').says('12345热线满意率8月95.8%').sees('账期已锁定');
    await demo.chat.as(office).presses('收回').sees('已收回，恢复锁定');
    await demo.chat.as(reporter).fills({ late_reason: '口径调整' }).submits('确认上报').sees('账期已锁定');
    const trail = await demo.store.read((tx) => tx.get('period_locks', '2026-08'));
    expect(trail).toMatchObject({ locked_by: 'C085', reopenings: [{ unit: 'U06', why: '统计口径调整' }] });
  });
});
