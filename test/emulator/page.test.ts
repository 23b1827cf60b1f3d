import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startEmulator } from './fixture.ts';
import { hostileCard } from './hostile-card.ts';
import { sampleCards } from './sample-cards.ts';

let browser: Browser;
let started: Awaited<ReturnType<typeof startEmulator>>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  started = await startEmulator({
    samples: () => [
      ...sampleCards,
      { id: 'hostile', title: '<img src=x onerror=globalThis.hacked=1>', card: hostileCard },
    ],
    suggestions: () => [
      { openId: 'ou_cadre', headline: '还欠数据的干部', tries: ['固投 10月 12.35亿', '/排名', '/诉求'] },
    ],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(started.url) || request.url().startsWith('data:');
    if (!isOurs) complaints.push(`asks ${request.url()}`);
  });
});

afterEach(async () => {
  await page.close();
  await started.stop();
  expect(complaints).toEqual([]);
});

/** The fake bot answers each message with that card. */
function answerWith(card: object): void {
  started.bot.answer = (received) => {
    const { message } = received.event as { message?: { message_id: string } };
    const data = { msg_type: 'interactive', content: JSON.stringify(card) };
    if (message) void started.client.im.v1.message.reply({ path: { message_id: message.message_id }, data });
    return { body: { toast: { type: 'success', content: '已记录' } } };
  };
}

async function be(openId: string, chatId: string): Promise<void> {
  await page.goto(`${started.url}/#as=${openId}&chat=${chatId}`);
  await page.locator('#chat-head h1').waitFor();
}

const hacked = () => page.evaluate('globalThis.hacked');

describe('the chat page', () => {
  test('a suggestion fills the composer, Enter sends, the card appears and can be pressed', async () => {
    answerWith(sampleCards[1]?.card ?? {});
    await page.goto(started.url);
    await page.getByRole('button', { name: '固投 10月 12.35亿' }).click();
    await expect.poll(() => page.inputValue('#say')).toBe('固投 10月 12.35亿');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '确认上报' }).click();
    await page.getByText('已记录').waitFor();
    expect(started.bot.events.at(-1)?.event.action).toMatchObject({ value: { action: 'report.confirm' } });
  });

  test('a confirmation is asked before the press goes out', async () => {
    answerWith(sampleCards[1]?.card ?? {});
    await be('ou_cadre', 'oc_p2p_ou_cadre');
    await page.fill('#say', '固投');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '放弃' }).click();
    await page.getByRole('button', { name: '取消' }).click();
    expect(started.bot.events).toHaveLength(1);
    await page.getByRole('button', { name: '放弃' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('已记录').waitFor();
  });

  test('a form insists on what is required, then sends every field', async () => {
    answerWith(sampleCards[2]?.card ?? {});
    await be('ou_boss', 'oc_p2p_ou_boss');
    await page.fill('#say', '诉求');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '提交' }).click();
    expect(await page.getByText('此项必填').count()).toBe(2);
    await page.getByLabel('诉求标题').fill('缺工');
    await page.getByLabel('请选择类别').selectOption('用工');
    expect(await page.getByText('此项必填').count()).toBe(0);
    await page.getByLabel('希望解决的日期').fill('2026-11-30');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已记录').waitFor();
    expect(started.bot.events.at(-1)?.event.action).toMatchObject({
      tag: 'button',
      form_value: { title: '缺工', detail: '', category: '用工', due: '2026-11-30 +0800', urgent: false },
    });
  });

  test('what the bot says meanwhile appears, and others’ notices show who got one', async () => {
    await be('ou_cadre', 'oc_p2p_ou_cadre');
    await page.getByRole('heading', { name: '强引擎' }).waitFor();
    const say = (openId: string, text: string) =>
      started.client.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: { receive_id: openId, msg_type: 'text', content: JSON.stringify({ text }) },
      });
    await say('ou_cadre', '请今天上报');
    await page.locator('.bubble', { hasText: '请今天上报' }).waitFor();
    await say('ou_head', '有一份函告');
    await page.getByRole('button', { name: /王建国/ }).click();
    await page.locator('.bubble', { hasText: '有一份函告' }).waitFor();
  });

  test('the clock moves forward, and refuses to go back in a sentence', async () => {
    await be('ou_cadre', 'oc_p2p_ou_cadre');
    await page.getByRole('button', { name: '到明天 9 点' }).click();
    await expect.poll(() => page.locator('#now').textContent()).toContain('11月7日 周六 09:00');
    const refused = page.waitForEvent('console', { predicate: (message) => message.text().includes('400') });
    await page.getByRole('button', { name: '指定时间' }).click();
    await page.getByLabel('时间（北京时间）').fill('2026-11-01T09:00');
    await page.getByRole('button', { name: '前往' }).click();
    await page.getByText('演示时钟只能向前，不能回到过去').waitFor();
    await refused;
    complaints = complaints.filter((text) => !text.includes('400'));
  });

  test('a fault can be arranged from the menu and is counted', async () => {
    await be('ou_cadre', 'oc_p2p_ou_cadre');
    await page.locator('#faults summary').click();
    await page.getByRole('button', { name: /重复投递/ }).click();
    await expect.poll(() => page.locator('#faults-count').textContent()).toBe('1');
    expect(started.emulator.faults.pending()).toMatchObject([{ on: 'event', kind: 'twice' }]);
  });

  test('every control has a name, and the phone needs no sideways scrolling', async () => {
    answerWith(sampleCards[3]?.card ?? {});
    await page.setViewportSize({ width: 390, height: 844 });
    await be('ou_cadre', 'oc_p2p_ou_cadre');
    await page.fill('#say', '组件');
    await page.keyboard.press('Enter');
    await page.getByText('整块可以点').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const nameless = await page.$$eval(
      'button, a[href], input, select, textarea, summary',
      (nodes) =>
        nodes.filter((node) => {
          const labelled =
            node.getAttribute('aria-label') ?? node.getAttribute('title') ?? node.textContent?.trim();
          return !labelled && !('labels' in node && (node.labels as { length: number } | null)?.length);
        }).length,
    );
    expect(nameless).toBe(0);
  });
});

describe('the gallery', () => {
  test('shows every sample at phone and desktop width, light and dark, charts drawn', async () => {
    await page.goto(`${started.url}/cards#all`);
    await page.locator('#gallery:not([aria-busy])').waitFor();
    expect(await page.locator('.card').count()).toBe(4 * (sampleCards.length + 1));
    await expect.poll(() => page.locator('.chart[data-drawn] canvas').count(), { timeout: 15_000 }).toBe(4);
    // The hostile sample has one unknown tag, shown in four pictures.
    expect(await page.locator('.unknown, .chart-broken').count()).toBe(4);
  });

  test('shows one card alone', async () => {
    await page.goto(`${started.url}/cards/form`);
    await page.getByText('企业诉求登记').waitFor();
    expect(await page.locator('.card').count()).toBe(1);
  });
});

test('nothing in a card or a message is ever run or parsed as HTML', async () => {
  await be('ou_cadre', 'oc_p2p_ou_cadre');
  await page.fill('#say', '<img src=x onerror=globalThis.hacked=2>');
  await page.keyboard.press('Enter');
  await page.locator('.bubble', { hasText: '<img src=x' }).waitFor();
  await page.goto(`${started.url}/cards#all`);
  await page.locator('#gallery:not([aria-busy])').waitFor();
  await page.waitForTimeout(200);
  expect(await hacked()).toBeUndefined();
  expect(
    await page
      .locator('#hostile')
      .locator('script, iframe, object, img, svg[onload], [onerror], [onclick]')
      .count(),
  ).toBe(0);
  const addresses = await page.$$eval('#hostile a', (links) =>
    links.map((link) => link.getAttribute('href')),
  );
  expect(addresses.filter((href) => href && !/^(https?:|#|\/cards)/.test(href))).toEqual([]);
});
