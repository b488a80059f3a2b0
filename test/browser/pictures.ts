// `node test/browser/pictures.ts`: the README's pictures, taken anew from a session in the Playground.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Room } from './room.ts';

const folder = join(import.meta.dirname, '..', '..', '.github', 'pictures');
const minuteMs = 60_000;

/** Minutes from now to the next Thursday, 15:58 in UTC: a plausible time of day. */
function minutesToThursday(): number {
  const at = new Date();
  at.setUTCHours(15, 58, 0, 0);
  do at.setUTCDate(at.getUTCDate() + 1); while (at.getUTCDay() !== 4);
  return Math.round((at.getTime() - Date.now()) / minuteMs);
}

async function take(room: Room, title: string, name: string): Promise<void> {
  await room.reads(title);
  await room.page.mouse.move(0, 0);
  await room.card(title).screenshot({ path: join(folder, `${name}.png`) });
}

mkdirSync(folder, { recursive: true });
const room = await Room.open();
try {
  const { group } = room.stage;
  const [ben, chloe, dev] = ['Ben Cole', 'Chloe Diaz', 'Dev Patel'].map((name) => room.stage.person(name));
  if (ben === undefined || chloe === undefined || dev === undefined) throw new Error('somebody is missing');
  await room.goTo('Heads of year');
  await ben.says(group, `clock +${minutesToThursday()}m`);
  await ben.says(group, 'birthday 14 March');
  await room.types('start');
  await room.presses("I'm in, with a problem");
  await room.hears(/1 · Aisha Khan/);
  await room.goTo('Personal Chat');
  await room.types('problem', { isMentioning: false });
  await room.input('Problem').fill('Pupils forget what they are taught, most of all in mathematics.');
  await room.presses('Submit problem');
  await room.hears('Submitted. The group sees it when the session starts.');
  await room.goTo('Heads of year');
  for (const person of [ben, chloe]) await person.presses(group, { title: "I'm in, with a problem" });
  await dev.presses(group, { title: "I'm in, to help others" });
  await room.hears(/1 · Aisha Khan · write-up ready/);
  await room.hears('In, to help others: Dev Patel');
  await take(room, "Before we start: who's here?", 'lobby');

  await room.presses('Start session');
  await room.reads('One success each');
  await ben.says(group, 'clock +9m');
  await take(room, 'Look deeper', 'phase');
  await ben.presses(group, { title: 'Add note', inputs: { note: 'Perhaps we reward what is done quickly, not what lasts.' } });
  await room.types('action Plan two weeks of spaced retrieval with the mathematics team');
  await room.hears(/^Next action saved/);
  await ben.says(group, 'clock +60m');
  await take(room, 'Summary', 'summary');
} finally {
  await room.close();
}
