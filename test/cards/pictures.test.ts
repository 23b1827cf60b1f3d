import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardSamples } from '#cards/index.ts';
import { startEmulator } from '../emulator/fixture.ts';
import { startBrowser } from '../support/browser.ts';

const folder = 'test/.output/pictures';
let browser: Browser;
let page: Page;
let emulator: Awaited<ReturnType<typeof startEmulator>>;
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  emulator = await startEmulator({ samples: () => cardSamples });
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${emulator.url}/cards`);
  await page
    .locator('section.sample')
    .nth(cardSamples.length - 1)
    .waitFor();
  // It sticks to the top and would stand in the pictures.
  await page.locator('.gallery-nav').evaluate((node) => node.remove());
  await page.waitForFunction(`!document.querySelector(".chart:not([data-drawn]):not(.chart-broken)")`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await emulator?.stop();
});

test('the gallery shows every sample, each at a phone’s and a desktop’s width', async () => {
  expect(await page.locator('section.sample').count()).toBe(cardSamples.length);
  expect(await page.locator('.frame').count()).toBe(2 * cardSamples.length);
  expect(complaints).toEqual([]);
});

describe('every card has its picture, without a broken chart, an unknown component or an overflow', () => {
  test.each(cardSamples.map(({ id, title }) => [id, title]))('%s %s', async (id) => {
    const section = page.locator(`section.sample[id="${id}"]`);
    // A page of all cards at once is slow to draw again for every picture.
    await page.locator('section.sample').evaluateAll((nodes, shown) => {
      for (const each of nodes) each.toggleAttribute('hidden', each.id !== shown);
    }, id);
    expect(await section.locator('.unknown, .chart-broken').count()).toBe(0);
    for (const width of ['phone', 'desktop']) {
      const overflow = await section
        .locator(`.frame-${width}`)
        .evaluate((node) => node.scrollWidth - node.clientWidth);
      expect(overflow, `${width}: wider than its frame`).toBeLessThanOrEqual(0);
    }
    const picture = await section.locator('.frames').screenshot({ path: `${folder}/${id}.png` });
    expect(picture.length).toBeGreaterThan(3000);
  });
});
