// One person at the keyboard: the real service, the real Playground beside it and its page in a headless Chromium.
// Nothing sleeps: every step waits for what it should bring about.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import { type Local, startLocal } from '../playground/running.ts';
import { launch } from './chromium.ts';
import { Stage } from './stage.ts';

const output = join(import.meta.dirname, '..', '..', 'test-output', 'browser');
const shownWithinMs = 20_000;

export type ChatName = 'Personal Chat' | 'Heads of year' | 'General' | 'Problem solving';

interface Parts {
  readonly local: Local;
  readonly browser: Browser;
  readonly page: Page;
  readonly stage: Stage;
  readonly folder: string;
}

export class Room {
  readonly page: Page;
  readonly stage: Stage;
  /** What the page asked of other machines; it may ask nothing. */
  readonly outsideRequests: string[] = [];
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.page = parts.page;
    this.stage = parts.stage;
  }

  /** Opens everything on free ports and a store of its own. */
  static async open(): Promise<Room> {
    mkdirSync(output, { recursive: true });
    const folder = mkdtempSync(join(tmpdir(), 'turnstone-browser-'));
    const local = await startLocal({ servicePort: 0, playgroundPort: 0, storePath: join(folder, 'local.sqlite'), clockRate: 1, logFolder: folder });
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(shownWithinMs);
    const stage = await Stage.open(local);
    const room = new Room({ local, browser, page, stage, folder });
    const note = (request: Request): void => { if (!/^(data:|blob:|http:\/\/localhost:)/.test(request.url())) room.outsideRequests.push(request.url()); };
    page.on('requestfinished', note);
    // One that the page's own policy stopped has not left this machine.
    page.on('requestfailed', (request) => { if (request.failure()?.errorText !== 'csp') note(request); });
    await page.goto(local.playgroundUrl, { waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    return room;
  }

  async close(): Promise<void> {
    this.stage.close();
    await this.#parts.browser.close();
    await this.#parts.local.stop();
    rmSync(this.#parts.folder, { recursive: true, force: true });
  }

  async goTo(chat: ChatName): Promise<void> {
    await this.page.getByRole('treeitem', { name: chat }).click();
    await this.page.getByRole('textbox').last().waitFor();
  }

  /** Begins a thread in the channel that is open. */
  async posts(text: string): Promise<void> {
    const post = this.page.getByRole('textbox').first();
    await post.click();
    await this.#mention();
    await this.page.keyboard.type(` ${text}`);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  async #mention(): Promise<void> {
    await this.page.keyboard.type('@');
    await this.page.getByRole('menuitem').filter({ hasText: 'Turnstone' }).first().click();
  }

  /** Types into the composer of the chat that is open; with a mention of the bot unless told otherwise. */
  async types(text: string, { isMentioning = true } = {}): Promise<void> {
    await this.page.getByRole('textbox').last().click();
    if (isMentioning) await this.#mention();
    await this.page.keyboard.type(isMentioning ? ` ${text}` : text);
    await this.page.keyboard.press('Enter');
  }

  /** The newest card of the chat that is open that shows this text, as a whole line. */
  card(text: string | RegExp): Locator {
    const shows = typeof text === 'string' ? this.page.getByText(text, { exact: true }) : this.page.getByText(text);
    return this.page.locator('.ac-adaptiveCard').filter({ has: shows }).last();
  }

  /** Resolves when the newest such card stands there; gives its lines. */
  async reads(text: string | RegExp): Promise<string> {
    const card = this.card(text);
    await card.waitFor();
    await card.scrollIntoViewIfNeeded();
    return (await card.innerText()).replace(/\s*\n\s*/g, '\n');
  }

  /** Resolves when a line of this text was said, by the bot or by a card. */
  async hears(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).last().waitFor();
  }

  /** Presses a button of the newest card that has it. */
  async presses(title: string): Promise<void> {
    await this.page.locator('.ac-adaptiveCard').getByRole('button', { name: title, exact: true }).last().click();
  }

  /** From the lobby into the hour, as its one problem owner. */
  async begins(): Promise<void> {
    await this.presses("I'm in, with a problem");
    await this.hears(/1 · Aisha Khan/);
    await this.presses('Start session');
    await this.reads('One success each');
  }

  /** The newest input with this label. */
  input(label: string): Locator { return this.page.locator('.ac-adaptiveCard').getByRole('textbox', { name: label }).last(); }

  /** A picture for people to look at: `test-output/browser/<name>.png`. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(output, `${name}.png`) });
  }
}
