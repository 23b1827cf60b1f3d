import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cardSamples } from '#cards/index.ts';
import { startBrowser } from '../support/browser.ts';
import { startEmulator } from './fixture.ts';

const folder = 'test/.output/pages';
const patience = { timeout: 15_000 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chat = '#as=ou_cadre&chat=oc_p2p_ou_cadre';
const shown = ['assessment.ranking.track', 'assessment.mine.two', 'assessment.report_form.one_unit'];
const cards = shown.map((id) => cardSamples.find((sample) => sample.id === id)?.card ?? {});
let browser: Browser;
let page: Page;
let started: Awaited<ReturnType<typeof startEmulator>>;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const ofThese = cardSamples.filter(({ id }) => shown.includes(id));
  started = await startEmulator({
    samples: () => ofThese,
    suggestions: () => [
      { openId: 'ou_cadre', headline: '还欠数据的干部', tries: ['固投 10月 12.35亿', '/排名'] },
      { openId: 'ou_boss', headline: '有困难的企业家', tries: ['/诉求'] },
    ],
  });
  let next = 0;
  started.bot.answer = (received) => {
    const { message } = received.event as { message?: { message_id: string } };
    const data = { msg_type: 'interactive', content: JSON.stringify(cards[next++ % cards.length]) };
    if (message) void started.client.im.v1.message.reply({ path: { message_id: message.message_id }, data });
    return {};
  };
  browser = await startBrowser();
  page = await browser.newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift' as never, buffered: true });
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await started?.stop();
});
beforeEach(async () => {
  await page.goto('about:blank');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 860 });
});

/** What axe-core finds wrong: rule and first element. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate<{
    violations: { id: string; nodes: { html: string }[] }[];
  }>('axe.run()');
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

async function open(path: string): Promise<void> {
  await page.goto(`${started.url}/${path}`);
  await page.locator('body:not(.starting)').waitFor();
}

/** Says something and waits for the bot's next card. */
async function say(text: string): Promise<void> {
  const before = await page.locator('.card').count();
  await page.fill('#say', text);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.card').count(), patience).toBe(before + 1);
}

const looks = [
  ['light', 1280, 860],
  ['dark', 1280, 860],
  ['light', 390, 844],
  ['dark', 390, 844],
] as const;

describe.each(looks)('with axe-core, %s at %i', (colorScheme, width, height) => {
  beforeEach(async () => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
  });

  const picture = (name: string) =>
    page.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png` });

  test('the first screen has no violation', async () => {
    await open('');
    await page.locator('.suggestion').first().waitFor();
    await picture('welcome');
    expect(await violations()).toEqual([]);
  });

  test('the chat with cards and the inside panel have none', async () => {
    await open(chat);
    for (const text of ['排名', '我的', '上报']) await say(text);
    await expect.poll(() => page.locator('.chart[data-drawn]').count(), patience).toBeGreaterThan(0);
    await picture('chat');
    expect(await violations()).toEqual([]);
    if ((await page.locator('#toggle-panel').getAttribute('aria-expanded')) === 'false')
      await page.locator('#toggle-panel').click();
    await page.locator('#panel').waitFor();
    await picture('panel');
    expect(await violations()).toEqual([]);
  });

  test('the gallery has none', async () => {
    await page.goto(`${started.url}/cards`);
    await page.locator('#gallery:not([aria-busy])').waitFor();
    await picture('gallery');
    expect(await violations()).toEqual([]);
  });
});

describe('the page', () => {
  test('does not jump while it loads and while messages come in', async () => {
    await open(chat);
    for (const text of ['排名', '我的', '上报']) await say(text);
    const shifts = await page.evaluate<number[]>('shifts');
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.01);
  });

  test('asks for few things before it can be used', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('');
    expect(asked.filter((url) => url.endsWith('.css')).length).toBeLessThanOrEqual(16);
    expect(asked.length).toBeLessThanOrEqual(120);
    page.removeAllListeners('request');
  });

  test('is walked by keyboard: arrows in the lists, Escape closes a drawer and gives the focus back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(chat);
    await page.locator('#open-side').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('me');
    await page.locator('.room').first().focus();
    await page.keyboard.press('ArrowDown');
    const walked = '[...document.querySelectorAll(".room")].indexOf(document.activeElement)';
    expect(await page.evaluate(walked)).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('open-side');
  });

  test('finds a person by keyboard alone', async () => {
    await open(chat);
    await page.locator('#me').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('老板');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#me .person-name').getByText('孙老板').waitFor();
  });

  test('turns dark by its button, keeps that, and says so', async () => {
    await open(chat);
    await page.locator('#theme').click();
    expect(await page.locator('#theme').getAttribute('aria-pressed')).toBe('true');
    await page.reload();
    await page.locator('body:not(.starting)').waitFor();
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
    await page.locator('#theme').click();
  });
});
