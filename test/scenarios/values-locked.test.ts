import { afterAll, beforeAll, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** 许美玲, 区财政局 (U06): its reporter; 洪云飞, its head. */
const [reporter, head] = ['ou_demo_C045', 'ou_demo_C042'];

async function newestId(place: string): Promise<string> {
  const all = await demo.store.read((tx) => tx.find('reports', { index: 'place', key: place }));
  return all.sort((a, b) => b.rev - a.rev)[0]?.id ?? '';
}

test('a revision that another one stands for is no longer said to wait', async () => {
  for (const value of ['80.1', '84.3'])
    await demo.chat
      .as(reporter)
      .says(`专项债券资金支出进度10月${value}%`)
      .sees('请确认上报内容')
      .presses('确认上报')
      .sees('已记录 1 项');
  await demo.chat
    .as(head)
    .says('/审核 区财政局 10月')
    .sees('待审核')
    .chooses(await newestId('XM-10|U06|2026-10'))
    .sees(/第 1 版.*已被替代/)
    .sees(/第 2 版.*待审核/);
});

test('in a locked month nothing can be returned, and neither the list nor the value offers it', async () => {
  const id = await newestId('XM-10|U06|2026-10');
  await demo.chat.as(head).says('/审核 区财政局 10月').sees('退回所选').sees('全部退回');
  const at = '2026-11-06T10:00:00+08:00';
  await demo.store.write({ at, who: 'test', what: 'lock' }, (tx) =>
    tx.put('period_locks', { id: '2026-10', locked_by: 'C085', locked_at: at, reopenings: [] }),
  );
  await demo.chat
    .as(head)
    .fills({ [`tick_${id}`]: true })
    .submits('退回所选')
    .sees('没有退回任何数据')
    .doesNotSee('退回原因');
  await demo.chat
    .as(head)
    .says('/审核 区财政局 10月')
    .sees('账期已锁定的只能审核通过')
    .sees('审核通过所选')
    .doesNotSee('退回所选')
    .doesNotSee('全部退回')
    .chooses(id)
    .sees('账期已锁定')
    .sees('审核通过')
    .doesNotSee(/^退回$/m);
});
