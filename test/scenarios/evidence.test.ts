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
      .sees('附到哪一项上报')
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
    await demo.chat.as(reporter).sendsFile('月度进度.xlsx', bytes).doesNotSee('附到哪一项上报');
  });
});
