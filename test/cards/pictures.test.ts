import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardSamples } from '#cards/index.ts';
import { startEmulator } from '../emulator/fixture.ts';
import { startBrowser } from '../support/browser.ts';

const folder = 'test/.output/pictures';
const familyOf = (id: string) => id.split('.').slice(0, 2).join('.');
const families = [...new Set(cardSamples.map(({ id }) => familyOf(id)))];
let browser: Browser;
let page: Page;
let emulator: Awaited<ReturnType<typeof startEmulator>>;
const complaints: string[] = [];
/** Sheets are long and cost by their pixels: the suite takes them small, `npm run pictures` as they are. */
const scale = Number(process.env.PICTURE_SCALE ?? 0.5);
const viewport = { width: 2000, height: 1000 };

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  emulator = await startEmulator({ samples: () => cardSamples });
  browser = await startBrowser();
  page = await browser.newPage({ viewport, deviceScaleFactor: scale });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${emulator.url}/cards`);
  await page.locator('#gallery:not([aria-busy])').waitFor();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await emulator?.stop();
});

/** Shows one family in the gallery, its charts drawn. */
async function show(family: string): Promise<void> {
  await page.locator(`#families a[data-family="${family}"]`).click();
  await page.locator(`#gallery[data-family="${family}"]`).waitFor();
  await expect
    .poll(() => page.locator('.chart:not([data-drawn]):not(.chart-broken)').count(), { timeout: 15_000 })
    .toBe(0);
}

/** What leaves its frame, and what its card cuts off: nothing may. */
function tooWide(): Promise<string[]> {
  return page.$$eval('.frame', (frames) =>
    frames
      .filter((frame) => frame.scrollWidth > frame.clientWidth)
      .map((frame) => `${frame.closest('section')?.id} ${frame.className}`),
  );
}

/** The gallery in one picture. In a window of its own height it is drawn once, else piece by piece, which takes twice as long. */
async function shoot(path: string): Promise<Buffer> {
  const gallery = page.locator('#gallery');
  const { y = 0, height = 0 } = (await gallery.boundingBox()) ?? {};
  await page.setViewportSize({ ...viewport, height: Math.ceil(y + height) });
  const sheet = await gallery.screenshot({ path, type: 'jpeg', quality: 80 });
  await page.setViewportSize(viewport);
  return sheet;
}

describe('each family of cards has its sheet: every case at phone and desktop width, light and dark', () => {
  test.each(families)('%s', async (family) => {
    await show(family);
    const cases = cardSamples.filter(({ id }) => familyOf(id) === family);
    expect(await page.locator('.frame').count()).toBe(4 * cases.length);
    expect(await page.locator('.frame-phone.dark').count()).toBe(cases.length);
    expect(await page.locator('.unknown, .chart-broken').count()).toBe(0);
    expect(await tooWide()).toEqual([]);
    const sheet = await shoot(`${folder}/${family}.jpg`);
    expect(sheet.length).toBeGreaterThan(10_000);
    expect(complaints).toEqual([]);
  });
});

describe('the gallery', () => {
  test('says of each sample how big it is', async () => {
    await show(familyOf(cardSamples[0]?.id ?? ''));
    const sizes = await page.locator('.sample-size').allTextContents();
    for (const size of sizes) expect(size).toMatch(/^\d+\.\d KB（上限 30）· \d+ 个组件（上限 200）$/);
  });

  test('hides the pictures whose box is not ticked', async () => {
    await page.getByLabel('深色', { exact: true }).first().uncheck();
    expect(await page.locator('.frame.dark:visible').count()).toBe(0);
    expect(await page.locator('.frame.light:visible').count()).toBeGreaterThan(0);
  });
});
