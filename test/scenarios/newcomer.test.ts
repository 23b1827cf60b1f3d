import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
let browser: Browser;
let page: Page;
const pictures = 'test/.output/newcomer';

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  demo = await startTestDemonstration();
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(10_000);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Enter in the composer sends, as a person at a keyboard does. */
async function say(text: string): Promise<void> {
  await page.locator('#say').fill(text);
  await page.keyboard.press('Enter');
}

async function press(name: string): Promise<void> {
  await page.getByRole('log').getByRole('button', { name, exact: true }).last().click();
}

async function sees(text: string): Promise<void> {
  await page.getByRole('log').getByText(text).last().waitFor();
}

/** By keyboard alone: open the people dialog, search, Tab to the first hit, Enter. */
async function become(name: string): Promise<void> {
  await page.locator('#me').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#me .person-name').getByText(name, { exact: true }).waitFor();
}

async function picture(name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

test('a newcomer by mouse and keyboard: a value reported in plain words, the ranking moved, a problem followed from form to rating', async () => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  await page.goto(demo.url);
  await page.getByText('专项债券资金支出进度10月84.3%').first().click();
  await expect.poll(() => page.locator('#say').inputValue()).toContain('84.3%');
  await page.locator('#say').focus();
  await page.keyboard.press('Enter');
  await sees('请确认上报内容');
  await press('确认上报');
  await sees('第 5 名 → 第 3 名');
  await picture('1-recorded');
  await say('/排名');
  await sees('发展攻坚赛道排名');
  await page.getByRole('log').getByText('区财政局', { exact: true }).last().waitFor();
  await picture('2-ranking');

  await become('恒泰精密');
  await say('/诉求');
  await sees('提交企业诉求');
  await page.getByRole('log').locator('select').nth(-2).selectOption('基础设施');
  await page
    .getByRole('log')
    .locator('textarea')
    .last()
    .fill('厂区门口道路破损，大货车进出困难，希望尽快修复。');
  await press('提交诉求');
  await sees('受理');
  await picture('3-submitted');

  await become('邵洁');
  await sees('厂区门口道路破损');
  await press('受理');
  await press('交办');
  await page.getByRole('log').locator('select').last().selectOption({ label: '区经开区' });
  await page.getByRole('log').locator('option', { hasText: '经办人' }).last().waitFor({ state: 'attached' });
  await press('交办');
  await picture('4-assigned');

  await become(await headOf('U42'));
  await press('答复');
  await page.getByRole('log').locator('textarea').last().fill('已列入本月修复计划，15日前完工。');
  await press('提交答复');
  await become('邵洁');
  await press('办结');
  await page.getByRole('log').locator('select').last().selectOption({ label: '已解决' });
  await press('办结');

  await become('恒泰精密');
  await press('已解决');
  await press('满意');
  await sees('满意');
  await picture('5-rated');
  expect(complaints).toEqual([]);
  expect(await problemOf('E001')).toMatchObject({ state: 'closed', solved: true, rating: 'satisfied' });
}, 180_000);

async function headOf(unit: string): Promise<string> {
  const cadres = await demo.store.read((tx) => tx.find('cadres', { index: 'unit', key: unit }));
  return cadres.find(({ roles }) => roles.includes('unit_head'))?.name ?? '';
}

async function problemOf(enterprise: string) {
  const problems = await demo.store.read((tx) =>
    tx.find('problems', { index: 'enterprise', key: enterprise }),
  );
  return problems.find(({ text }) => text.startsWith('厂区门口道路破损'));
}
