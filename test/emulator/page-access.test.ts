import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardSamples } from '#cards/index.ts';
import { startBrowser } from '../support/browser.ts';
import { startEmulator } from './fixture.ts';

const folder = 'test/.output/pages';
const patience = { timeout: 15_000 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chat = '#as=ou_cadre&chat=oc_p2p_ou_cadre';
/** What the bot answers in turn; two forms, since what two cards of a chat share must not clash. */
const form = 'reporting.report_form.one_unit';
const answers = ['ranking.ranking.track', 'reporting.mine.two', form, form];
const cards = answers.map((id) => cardSamples.find((sample) => sample.id === id)?.card ?? {});
const countShifts = `globalThis.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift', buffered: true });`;
let browser: Browser;
let page: Page;
let started: Awaited<ReturnType<typeof startEmulator>>;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const ofThese = cardSamples.filter(({ id }) => answers.includes(id));
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
  await page.addInitScript({ content: countShifts });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await started?.stop();
});

const looks = [
  ['light', 1280, 860],
  ['dark', 1280, 860],
  ['light', 390, 844],
  ['dark', 390, 844],
] as const;
type Scheme = (typeof looks)[number][0];

async function look(colorScheme: Scheme, width: number, height: number): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
}

/** The rules of axe-core that ask for colours: all that the dark scheme can change. */
const ofColours = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe-core finds wrong on the screen as it is: rule and first element; and its picture. */
async function violations(screen: string, colorScheme: Scheme): Promise<string[]> {
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.screenshot({ path: `${folder}/${screen}-${colorScheme}-${width}.png` });
  await page.evaluate(axe);
  const options = { resultTypes: ['violations'], ...(colorScheme === 'dark' ? ofColours : {}) };
  const { violations: found } = await page.evaluate<{
    violations: { id: string; nodes: { html: string }[] }[];
  }>(`axe.run(${JSON.stringify(options)})`);
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

/** Loads the page anew: of an address that differs in its hash alone the browser would keep it. */
async function open(path: string): Promise<void> {
  await page.goto('about:blank');
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

async function showPanel(isShown: boolean): Promise<void> {
  const toggle = page.locator('#toggle-panel');
  if ((await toggle.getAttribute('aria-expanded')) === String(isShown)) return;
  if (isShown) await toggle.click();
  else await page.keyboard.press('Escape');
  await expect.poll(() => toggle.getAttribute('aria-expanded')).toBe(String(isShown));
}

describe('the first screen', () => {
  test('asks for few things before it can be used', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('');
    page.removeAllListeners('request');
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((url) => url.endsWith('.css')).length).toBeLessThanOrEqual(16);
    expect(asked.length).toBeLessThanOrEqual(120);
  });

  test.each(looks)('has no violation, %s at %i', async (...wanted) => {
    await look(...wanted);
    await page.locator('.suggestion').first().waitFor();
    expect(await violations('welcome', wanted[0])).toEqual([]);
  });
});

describe('the chat with cards', () => {
  test('does not jump while it loads and while messages come in', async () => {
    await look(...looks[0]);
    await open(chat);
    for (const text of ['排名', '我的', '上报', '再上报']) await say(text);
    const shifts = await page.evaluate<number[]>('shifts');
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.01);
  });

  test.each(looks)('has no violation, nor has the inside panel, %s at %i', async (...wanted) => {
    const [scheme, width] = wanted;
    const isNew = page.viewportSize()?.width !== width;
    await look(...wanted);
    // Cards are drawn for the width that they find.
    if (isNew) await open(chat);
    await expect.poll(() => page.locator('.chart[data-drawn]').count(), patience).toBeGreaterThan(0);
    if (width < 700) {
      await showPanel(false);
      expect(await violations('chat', scheme)).toEqual([]);
    }
    await showPanel(true);
    await page.locator('#panel').waitFor();
    expect(await violations('panel', scheme)).toEqual([]);
  });
});

describe('the page', () => {
  test('is walked by keyboard: arrows in the lists, Escape closes a drawer and gives the focus back', async () => {
    await look('light', 390, 844);
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
    await look('light', 1280, 860);
    // The column comes out of its drawer when the page hears that it is wide.
    const reach = () => page.locator('#me').focus();
    await expect.poll(() => reach().then(() => page.evaluate('document.activeElement.id'))).toBe('me');
    await page.keyboard.press('Enter');
    await page.locator('.people-dialog input:focus').waitFor(patience);
    await page.keyboard.type('老板');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#me .person-name').getByText('孙老板').waitFor();
  });

  test('turns dark by its button, keeps that, and says so', async () => {
    await page.locator('#theme').click();
    expect(await page.locator('#theme').getAttribute('aria-pressed')).toBe('true');
    await page.reload();
    await page.locator('body:not(.starting)').waitFor();
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
    await page.locator('#theme').click();
  });
});

describe('the gallery', () => {
  beforeAll(async () => {
    await page.goto(`${started.url}/cards`);
    await page.locator('#gallery:not([aria-busy])').waitFor();
  });

  test.each(looks)('has no violation, %s at %i', async (...wanted) => {
    await look(...wanted);
    expect(await violations('gallery', wanted[0])).toEqual([]);
  });
});
