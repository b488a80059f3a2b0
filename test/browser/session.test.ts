// A group chat through the Playground: one person at the keyboard, two more who press as Teams would tell it.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inChromium } from './in-chromium.ts';
import { Room } from './room.ts';

inChromium('A session in the Playground', () => {
  let room: Room;
  beforeAll(async () => { room = await Room.open(); }, 60_000);
  afterAll(async () => { await room.close(); });

  test('A group goes from the lobby to the summary', async () => {
    const { group } = room.stage;
    const [ben, chloe] = [room.stage.person('Ben Cole'), room.stage.person('Chloe Diaz')];
    await room.goTo('Heads of year');
    await room.types('start');
    await room.reads("Before we start: who's here?");
    await room.presses("I'm in, with a problem");
    await room.hears(/1 · Aisha Khan/);
    for (const person of [ben, chloe]) await person.presses(group, { title: "I'm in, to help others" });
    await room.hears('In, to help others: Ben Cole and Chloe Diaz');
    await room.picture('1-lobby');

    await room.presses('Start session');
    await room.reads('Agenda');
    expect(await room.reads('Start on time')).toMatch(/Speaking: everyone[^]*Next: Introduce the problem · Aisha Khan/);
    await room.picture('2-start-on-time');
    await room.presses('Next phase');
    expect(await room.reads('Introduce the problem')).toMatch(/Speaking: Aisha Khan\nListening only: all peers/);
    await room.picture('3-first-phase');

    await room.input('Note').fill('Has it happened before?');
    await room.presses('Add note');
    await room.hears('Note saved.');
    await room.input('My next action').fill('Plan two weeks of spaced retrieval');
    await room.presses('Save my next action');
    await room.picture('4-written');
    await ben.says(group, 'clock +13m');
    await room.reads('Before we go');
    await room.picture('5-close');
    await ben.says(group, 'clock +5m');
    expect(await room.reads('Summary')).toMatch(/Has it happened before\?[^]*Plan two weeks of spaced retrieval/);
    await room.picture('6-summary');
    await room.types('history');
    expect(await room.reads('Sessions held')).toContain('Aisha Khan');
    expect(room.outsideRequests).toEqual([]);
  });

  test('In a channel the session stays in the thread in which it was started', async () => {
    await room.goTo('Problem solving');
    await room.posts('start');
    await room.reads("Before we start: who's here?");
    await room.begins();
    // The newest post stands first: this goes to the thread of the bot's greeting.
    await room.types('next');
    await room.reads('Introduce the problem');
    await room.picture('7-thread');
    const threads = room.stage.conversations().filter((id) => id.includes('d2@thread.tacv2;messageid='));
    expect(threads.map((id) => room.stage.titles(id)).filter((titles) => titles.length > 0)).toEqual([
      ["Before we start: who's here?", 'Agenda', 'Start on time', 'One success each', 'Turn 1 of 1: <at>Aisha Khan</at>', 'Introduce the problem'],
    ]);
  });

  test('Whoever pauses is named, and Resume goes on where it was', async () => {
    await room.goTo('General');
    await room.posts('start');
    await room.begins();
    await room.presses('Pause');
    expect(await room.reads('Paused')).toMatch(/Aisha Khan paused the session\./);
    await room.picture('8-paused');
    await room.presses('Resume');
    await room.hears(/Aisha Khan resumed the session\. This phase ends at/);
    await room.picture('9-resumed');
  });
});
