// Every sample drawn by the official renderer in a browser, wide and narrow, every language narrow, to test-output/cards/,
// for people to look at; what a machine can see (text cut off, buttons beside the card) is checked. Without Chromium it says so.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createRender } from '../../src/cards/render.ts';
import { en } from '../../src/texts/en.ts';
import { languages } from '../../src/texts/languages.ts';
import { launch } from '../browser/chromium.ts';
import { inChromium } from '../browser/in-chromium.ts';
import { allSamples } from './samples.ts';
import { textsOf, titlesOf } from './walk.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test-output', 'cards');

/** Near to how Teams draws: its font sizes, wrapping buttons, six of them. */
const page = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; font: 14px "Segoe UI", "Liberation Sans", sans-serif; background: #f5f5f5; }
  #card { overflow-wrap: anywhere; margin: 8px; background: #fff; border: 1px solid #d1d1d1; border-radius: 6px; }
  .ac-actionSet { flex-wrap: wrap; gap: 8px; } .ac-pushButton { padding: 6px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; white-space: nowrap; }
  .ac-actionSet > div[aria-hidden] { display: none; } input, textarea, select { box-sizing: border-box; max-width: 100%; padding: 5px; }
</style><div id="card"></div>`;

const draw = `(json) => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: 'Segoe UI, Liberation Sans, sans-serif', supportsInteractivity: true, actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 } });
  card.parse(json);
  document.querySelector('#card').replaceChildren(card.render());
}`;

/**
 * What does not fit: an element that reaches beyond its card, text that is wider than its box, or a text or button whose
 * overflow is hidden. A long text within an input scrolls and is no misfit.
 */
const misfits = `(() => {
  const card = document.querySelector('#card');
  const edge = card.getBoundingClientRect();
  const isDrawn = ({ width, height }) => width > 0 && height > 0;
  const named = (what, element) => what + ': ' + (element.innerText || element.id || element.tagName).slice(0, 60);
  return [...card.querySelectorAll('*')].filter((element) => isDrawn(element.getBoundingClientRect())).flatMap((element) => {
    const box = element.getBoundingClientRect();
    const found = box.left < edge.left - 0.5 || box.right > edge.right + 0.5 ? [named('beyond the card', element)] : [];
    if (element.matches('input, textarea, select, option')) return found;
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) found.push(named('wider than its box', element));
    if (element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0 && getComputedStyle(element).overflowY !== 'visible') found.push(named('cut off', element));
    return found;
  });
})()`;

inChromium('Cards in a browser', drawAll);

function drawAll(): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  /** The narrow one tells whether longer words fit; the wide one is the same for all. */
  const phones = languages.map(({ code, texts }) => ({ code, texts, device: 'phone', width: 320 }));
  describe.each([{ code: 'en', texts: en, device: 'desktop', width: 600 }, ...phones])('in $code, on a $device of $width pixels', ({ code, texts, device, width }) => {
    const render = createRender(texts);
    let view: Page;
    beforeAll(async () => {
      mkdirSync(join(folder, code), { recursive: true });
      view = await browser.newPage({ viewport: { width, height: 200 } });
      await view.setContent(page);
      await view.addScriptTag({ content: readFileSync(join(root, 'node_modules/adaptivecards/dist/adaptivecards.min.js'), 'utf8') });
    }, 60_000);

    test.each(allSamples)('$name is drawn whole', async ({ name, message }) => {
      const { card } = render(message);
      // Teams turns a mention into the name; this renderer knows none.
      await view.evaluate(`(${draw})(${JSON.stringify(card).replace(/<\/?at>/g, '')})`);
      await view.screenshot({ path: join(folder, code, `${name.replace(': ', '-')}-${device}.png`), fullPage: true });
      const drawn = await view.locator('#card').innerText();
      for (const text of textsOf(card)) expect(flat(drawn)).toContain(flat(text.replace(/<\/?at>/g, '').replace(/\[(.*)\]\(.*\)/, '$1')));
      expect(await view.locator('.ac-pushButton').allInnerTexts()).toEqual(titlesOf(card));
      expect(await view.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await view.evaluate(misfits)).toEqual([]);
    });
  });
}

/** Spaces and line ends may be drawn in other ways. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
