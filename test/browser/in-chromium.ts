// Tests that need a browser: declared where Chromium is found, else said to be skipped.

import { test } from '@jest/globals';
import { hasChromium } from './chromium.ts';

/** Declares the tests where Chromium is there; else says that they were skipped. */
export function inChromium(what: string, declare: () => void): void {
  if (hasChromium) return declare();
  console.warn(`${what}: skipped, no Chromium on this machine`);
  test.skip(`${what} (skipped: no Chromium on this machine)`, () => {});
}
