// `node manifest/icons/draw.ts`: the two icons of the app package, drawn anew from the SVG files beside this one by the
// Chromium of this machine. What it draws is kept in git, so that nobody needs a browser to make the package.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../test/browser/chromium.ts';

const icons = [{ name: 'color', sizePx: 192 }, { name: 'outline', sizePx: 32 }] as const;

const browser = await launch();
try {
  for (const { name, sizePx } of icons) {
    const svg = readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8');
    const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${sizePx}px;height:${sizePx}px}</style>${svg}`);
    writeFileSync(join(import.meta.dirname, '..', `${name}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
