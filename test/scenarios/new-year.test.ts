import { afterAll, beforeAll, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

const [cadre, office] = ['ou_demo_C045', 'ou_demo_C085'];

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

test('while December is on time a sentence corrects it', async () => {
  const chat = demo.chat.as(cadre);
  demo.clock.moveTo('2027-01-04T08:00:00+08:00');
  await chat.says('公预收入12月累计200亿').sees('请确认上报内容').presses('确认上报').sees('已记录');
  await chat
    .says('公预收入12月累计201亿')
    .sees('请确认上报内容')
    .sees('201')
    .doesNotSee('没有改动')
    .presses('取消');
});

test.each(['2027-01-04', '2027-01-25'])(
  'on %s every button of what is owed of the old year opens the form with that period',
  async (day) => {
    demo.clock.moveTo(`${day}T09:00:00+08:00`);
    const chat = demo.chat.as(cadre);
    await chat
      .says('/我的')
      .sees(/待上报 \d\d 项/)
      .presses('打开上报表')
      .sees('上报进度')
      .sees('2026年12月待报');
    await chat.says('/我的').presses('上报').sees('上报进度').doesNotSee('没有由您上报的指标');
    await chat.says('/上报 专项债券资金支出进度 2026年12月').sees('上报进度').sees('2026年12月');
  },
);

test('in January bonuses, deductions and targets are those of the old year while the new one has none, and any year can be said', async () => {
  const chat = demo.chat.as(office);
  await chat
    .says('/加减分')
    .sees(/2026年已生效 \d+ 项/)
    .sees('2027年还没有生效的，这里是2026年的');
  await chat.says('/加减分 公安分局').sees(/2026年已生效 \d+ 项/);
  await chat
    .says('/加减分 公安分局 2026')
    .sees(/2026年已生效 \d+ 项/)
    .doesNotSee('2027年');
  await chat.says('/加减分 2027年').sees('2027年还没有生效的加减分');
  await chat.says('/目标 区财政局').sees('区财政局2026年目标任务').sees('2027年还没有下达任务');
  await chat.says('/目标 区财政局 2027').sees('区财政局2027年目标任务').sees('这一年还没有下达任务');
  await chat.says('/目标').sees('2026年目标任务和规则').sees('2027年还没有下达任务，这里是2026年的');
});

test('values of the old year are taken long after its last due day, with or without the year said', async () => {
  demo.clock.moveTo('2027-01-26T09:00:00+08:00');
  const chat = demo.chat.as(cadre);
  await chat.says('专项债券资金支出进度2026年12月95%').sees('2026年12月').sees('95').presses('取消');
  await chat.says('专项债券资金支出进度10月84%').sees('2026年10月').sees('84');
  await chat
    .says('专项债券资金支出进度12月95%')
    .sees('2026年12月')
    .fills({ late_reason: '部门数据晚到' })
    .submits(/^确认上报/)
    .sees('已记录')
    .sees('2026年12月');
});

test('a value of the old year that is known is not replaced by a sentence after its due day', async () => {
  await demo.chat
    .as(cadre)
    .says('公预收入12月累计202亿')
    .sees('2026年12月已有完成值，没有改动')
    .doesNotSee('请确认');
});

test('a value of the old year without a period is asked about, not refused', async () => {
  await demo.chat.as(cadre).says('专项债券资金支出进度96%').sees('2026年12月').doesNotSee('没有承担');
});
