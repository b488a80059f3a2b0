// Chromium for the tests that need a browser: where it is, how it is started, and what is said where there is none.

import { existsSync } from 'node:fs';
import { test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function launch(): Promise<Browser> {
  return await chromium.launch({ executablePath: executablePath ?? chromium.executablePath(), args: flags });
}

/** Declares the tests where Chromium is there; else says that they were skipped. */
export function inChromium(what: string, declare: () => void): void {
  if (executablePath !== undefined) return declare();
  console.warn(`${what}: skipped, no Chromium on this machine`);
  test.skip(`${what} (skipped: no Chromium on this machine)`, () => {});
}
