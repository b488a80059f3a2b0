// Chromium for tests and pictures: where it is and how it is started.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

export const hasChromium = executablePath !== undefined;

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Rejects where there is none. */
export async function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium on this machine. On Debian: apt-get install chromium');
  return await chromium.launch({ executablePath, args: flags });
}
