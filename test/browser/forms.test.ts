// Forms and typed commands through the Playground, by the person at the keyboard.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inChromium } from './in-chromium.ts';
import { Room } from './room.ts';

inChromium('Forms and commands in the Playground', () => {
  let room: Room;
  beforeAll(async () => { room = await Room.open(); }, 60_000);
  afterAll(async () => { await room.close(); });

  // First, while there is one community, so that nobody is asked which.
  test('A pair agrees on a slot, a fortnight passes, and its reminders have come', async () => {
    await room.goTo('Heads of year');
    await room.types('set up');
    await room.reads('Set up this community');
    await room.presses('Save');
    await room.reads(/^Saved\. Type/);
    await room.goTo('Personal Chat');
    await room.types('pairs Aisha and Ben', { isMentioning: false });
    await room.hears(/^Aisha Khan and Ben Cole are buddies now/);
    await room.types('buddy', { isMentioning: false });
    await room.reads('What we agree');
    await room.input('Modules').fill('Insight 4 > Application 4');
    await room.presses('Save');
    expect(await room.reads('Your buddy pair')).toMatch(/With Ben Cole[^]*Calendar file[^]*Next meetings/);
    await room.picture('buddy-page');
    await room.types('clock +14d', { isMentioning: false });
    await room.hears(/^It is \d{4}-/);
    for (const [title, name] of [['Your next buddy meeting', 'prepare'], ['Your buddy meeting is about to begin', 'soon'], ['Did you meet your buddy?', 'after']] as const) {
      expect(await room.reads(title)).toContain('With Ben Cole on');
      await room.picture(`buddy-${name}`);
    }
    await room.presses('We met');
    await room.hears('Saved: you met.');
    await room.types('pairs', { isMentioning: false });
    await room.hears(/met 1/);
    await room.picture('buddy-pairs');
  });

  test('A write-up that is too long says by how much and keeps every word; shortened, it is submitted with its verdict', async () => {
    await room.goTo('Heads of year');
    await room.types('problems');
    await room.goTo('Personal Chat');
    await room.types('problem', { isMentioning: false });
    await room.reads('My problem write-up');
    const long = 'Pupils forget what they are taught. '.repeat(56);
    await room.input('Problem').fill(long);
    await room.input('Evidence').fill('End-of-unit results');
    await room.presses('Submit problem');
    await room.hears(`Problem has ${long.trim().length} characters; 2000 fit.`);
    expect(await room.input('Problem').inputValue()).toBe(long.trim());
    expect(await room.input('Evidence').inputValue()).toBe('End-of-unit results');
    await room.picture('write-up-too-long');
    await room.input('Problem').fill('Pupils forget what they are taught.');
    await room.presses('Submit problem');
    await room.hears('Submitted. The group sees it when the session starts.');
    await room.picture('write-up-submitted');
    await room.presses('Share with the group');
    await room.hears('Submitted and shared. The group can read it now.');
    await room.goTo('Heads of year');
    expect(await room.reads(/^A problem for our session/)).toContain('Pupils forget what they are taught.');
    await room.picture('write-up-shared');
  });

  test('A set-up with a zone nobody knows comes back with everything typed, and is saved when it is right', async () => {
    await room.goTo('General');
    await room.posts('set up');
    await room.reads('Set up this community');
    await room.input('Time zone').fill('Europe/Narnia');
    await room.presses('Save');
    await room.hears('Time zone: I do not know this one. Write it like Europe/London.');
    expect(await room.input('Time zone').inputValue()).toBe('Europe/Narnia');
    await room.picture('set-up-error');
    await room.input('Time zone').fill('Europe/Paris');
    await room.presses('Save');
    expect(await room.reads(/^Saved\. Type/)).toContain('Europe/Paris');
    await room.picture('set-up-saved');
  });

  test('Closed dates that may mean two days are asked back with all that was typed; the meetings to come leave out what is closed', async () => {
    await room.goTo('Problem solving');
    await room.posts('set up');
    await room.reads('Set up this community');
    await room.presses('More settings');
    await room.input('Closed dates').fill('22 December to 4 January\n12/3');
    await room.presses('Save');
    await room.hears(/^Closed dates, line 2: is that [^]*12 March [^]*3 December/);
    expect(await room.input('Closed dates').inputValue()).toMatch(/^22 December to 4 January\r?\n12\/3$/);
    await room.picture('set-up-closed-dates');
    await room.input('Closed dates').fill('22 December to 4 January');
    await room.presses('Save');
    expect(await room.reads(/^Saved\. Type/)).toMatch(/Closed dates: 22 Dec \d{4} to 4 Jan \d{4}/);
    await room.picture('set-up-planned');
  });

  test('Typed commands do what the buttons do', async () => {
    await room.goTo('Heads of year');
    await room.types('help');
    expect(await room.reads('What you can do here')).toMatch(/start: open a session/);
    await room.picture('help');
    await room.types('start');
    await room.begins();
    await room.types('next');
    await room.reads('Introduce the problem');
    await room.types('note Retrieval helps');
    await room.hears('Note saved.');
    await room.types('action Ask the mathematics team');
    await room.hears(/^Next action saved for Aisha Khan/);
    await room.types('status');
    expect(await room.reads('Where we are')).toMatch(/Introduce the problem[^]*left/);
    await room.picture('status');
    await room.types('end');
    await room.reads('End the session?');
    await room.picture('end-asked');
    await room.types('end');
    expect(await room.reads('Summary')).toMatch(/Retrieval helps[^]*Ask the mathematics team/);
    await room.types('history retrieving');
    expect(await room.reads(/^Sessions held/)).toContain('Aisha Khan');
    await room.picture('history');
    await room.page.locator('.ac-adaptiveCard').getByRole('button', { name: /^Open \d/ }).last().click();
    expect(await room.reads(/^Record/)).toContain('Ask the mathematics team');
    await room.picture('record');
  });

  test('What came of an action is said on the card of one\'s actions, with a line, and is done', async () => {
    await room.goTo('Heads of year');
    await room.types('actions');
    expect(await room.reads(/^Ask the mathematics team/)).toMatch(/Ask the mathematics team/);
    await room.input('What came of it, in one line (optional)').fill('Two classes tried it');
    await room.presses('Partly');
    await room.hears(/Two classes tried it/);
    await room.picture('actions');
    await room.types('report');
    expect(await room.reads(/^Report/)).toMatch(/1 partly/);
    await room.picture('report');
  });
});
