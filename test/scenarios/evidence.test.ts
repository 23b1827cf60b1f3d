import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
/** 许美玲, 区财政局 (U06): its reporter; 洪云飞, its head. */
const [reporter, head] = ['ou_demo_C045', 'ou_demo_C042'];
beforeAll(async () => {
  demo = await startTestDemonstration();
  await demo.chat
    .as(reporter)
    .says('12345热线满意率10月95.2%')
    .sees('请确认上报内容')
    .presses('确认上报')
    .sees('已记录 1 项');
});
afterAll(() => demo.stop());

describe('evidence comes from the chat', () => {
  const bytes = Buffer.from('%PDF-1.7 evidence');

  test('a file sent in private is attached to the report chosen, and whoever sees the value gets it', async () => {
    await demo.chat
      .as(reporter)
      .sendsFile('满意率佐证.pdf', bytes)
      .sees('附到哪一项')
      .sees('12345热线满意率');
    await demo.chat
      .as(reporter)
      .presses('附到这项')
      .sees('已附佐证材料')
      .presses('看这项上报')
      .sees('满意率佐证.pdf');
    const attached = await demo.store.read(async (tx) =>
      (await tx.all('reports')).filter(({ files }) => files !== undefined),
    );
    expect(attached).toHaveLength(1);
    const [report] = attached;
    expect(report?.files).toMatchObject([{ name: '满意率佐证.pdf', by: 'C045' }]);
    const name = demo.store.read((tx) => tx.get('indicators', report?.indicator ?? ''));
    await demo.chat
      .as(head)
      .says(`/指标 ${(await name)?.name} ${report?.period}`)
      .chooses(report?.id ?? '')
      .sees('满意率佐证.pdf')
      .presses('下载 满意率佐证.pdf')
      .sees('[文件] 满意率佐证.pdf');
  });

  test('who has nothing to attach it to is told so, and nothing is recorded', async () => {
    await demo.chat.as('ou_demo_C002').sendsFile('照片.jpg', bytes).sees('没有可附材料的上报');
  });

  test('a workbook is left to whoever reads workbooks', async () => {
    await demo.chat.as(reporter).sendsFile('月度进度.xlsx', bytes).doesNotSee('附到哪一项');
  });
});

describe('a bonus, deduction or veto comes with its evidence', () => {
  /** 张萍 and 王玉成 of the assessment office; 王伟, who is in it beside his unit; 冯倩, head of U01; 谢安邦 of U02. */
  const [office, second, unitHead, stranger] = [
    'ou_demo_C085',
    'ou_demo_C086',
    'ou_demo_C019',
    'ou_demo_C025',
  ];
  const [opinion, photo] = [Buffer.from('%PDF-1.7 opinion'), Buffer.from('a photo')];
  const typed = {
    ...{ unit: 'U01', item: 'JF02', points: '0.75', date: '2026-10-26' },
    ...{ reason: '省级试点验收优秀等次', document: '云考办〔2026〕41号' },
  };
  const newest = async () => {
    const all = await demo.store.read((tx) => tx.all('adjustment_proposals'));
    return all.find(({ state }) => state === 'proposed');
  };

  test('a file that was sent is proposed with; the second person opens it, then approves; the unit’s head opens it too', async () => {
    await demo.chat
      .as(office)
      .sendsFile('验收意见.pdf', opinion)
      .presses('以此提出加减分')
      .sees('验收意见.pdf（随这项一起提交）')
      .fills(typed)
      .submits('提交审核')
      .sees('待审核')
      .sees('佐证：验收意见.pdf')
      .sees('审核前您可以撤回')
      .doesNotSee('审核通过');
    await demo.chat
      .as(second)
      .sees('佐证：验收意见.pdf')
      .presses('打开')
      .sees('[文件] 验收意见.pdf')
      .presses('审核通过')
      .sees('已生效');
    await demo.chat
      .as(unitHead)
      .sees('区发改委有一项加分生效')
      .presses('打开')
      .sees('[文件] 验收意见.pdf')
      .says('/得分 10月')
      .presses('佐证 验收意见.pdf')
      .sees('[文件] 验收意见.pdf');
    await demo.chat
      .as(office)
      .says('/加减分 区发改委')
      .sees('佐证 1 件')
      .presses('查看')
      .sees('已生效')
      .presses('打开')
      .sees('[文件] 验收意见.pdf');
  });

  test('without a file the second person is told so; one attached later is on every card, and is seen before it is approved', async () => {
    const waits = '佐证：没有附文件';
    await demo.chat
      .as(office)
      .says('/加减分')
      .presses('提出加减分')
      .fills(typed)
      .submits('提交审核')
      .sees(waits);
    await demo.chat.as(second).sees(waits).looksAway();
    const before = await demo.store.read((tx) => tx.all('adjustments'));
    await demo.store.write({ at: '2026-11-06T09:00:00+08:00', who: 'system', what: 'test' }, async (tx) => {
      const proposal = await newest();
      if (!proposal) throw new Error('nothing was proposed');
      const file = { hash: 'f'.repeat(64), name: '补充.pdf', by: 'C085', at: proposal.proposed_at };
      await tx.put('adjustment_proposals', { ...proposal, files: [file] });
    });
    await demo.chat.as(second).presses('审核通过').sees('刚附了新的佐证文件，没有生效');
    expect(await demo.store.read((tx) => tx.all('adjustments'))).toEqual(before);
    await demo.chat
      .as(office)
      .sendsFile('现场照片.jpg', photo)
      .sees('附到哪一项')
      .presses('附到这项')
      .sees('佐证：现场照片.jpg');
    await demo.chat.as(second).sees('佐证：现场照片.jpg');
  });

  test('who has left the office since attaches nothing to what they proposed, and is shown nothing of it', async () => {
    const chat = demo.chat.as(office);
    await chat.sendsFile('撤稿.pdf', Buffer.from('%PDF-1.7 late')).sees('附到哪一项');
    const cadre = await demo.store.read((tx) => tx.get('cadres', 'C085'));
    const proposal = await newest();
    if (!cadre || !proposal) throw new Error('nobody is there');
    const meta = { at: '2026-11-06T09:00:00+08:00', who: 'system', what: 'test' };
    await demo.store.write(meta, (tx) => tx.put('cadres', { ...cadre, roles: ['cadre'] }));
    await chat.presses('附到这项').sees('您不能给这项加减分附材料').doesNotSee('待审核');
    expect(await newest()).toEqual(proposal);
    await demo.store.write(meta, (tx) => tx.put('cadres', cadre));
  });

  test('nobody else gets a proposal’s evidence, not even the head of its unit, not by a forged press', async () => {
    const proposal = (await newest())?.id ?? '';
    const value = { action: 'evidence.get', proposal, at: 0 };
    for (const person of [stranger, unitHead])
      await demo.chat
        .as(person)
        .says('/我的')
        .sees('看排名')
        .pressesRaw({ tag: 'button', value })
        .doesNotSee('[文件]');
  });
});
