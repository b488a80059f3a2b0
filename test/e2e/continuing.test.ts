// A community that goes on in a new chat (product.md 2): chosen in `set up` by somebody who belongs to it, told to the old
// chat, with its rota and what is due; its history is for those who took part in both.

import { expect, test } from '@jest/globals';
import { dayMs, minutes, seconds } from '../../src/core/time.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { openService, type TestService } from '../support/service.ts';
import { colleagues, nth } from '../support/session-steps.ts';

const chat = (name: string): Chat => ({ id: `19:${name.toLowerCase()}@thread.v2`, type: 'groupChat', name });
const [old, fresh, newest, other] = [chat('Autumn'), chat('Spring'), chat('Summer'), chat('Elsewhere')];
const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const lastOf = (service: TestService, where: Chat): string => service.last(where).join('\n');
const formOf = (service: TestService, where: Chat): string => JSON.stringify(service.connector.visible(where.id).at(-1)?.activity);

/** A short session with the first of the people as owner and chair. */
async function meets(service: TestService, where: Chat, { people, note }: { readonly people: readonly Person[]; readonly note: string }): Promise<void> {
  const owner = nth(people, 0);
  await owner.says(where, 'start');
  await owner.presses(where, { title: "I'm in, with a problem" });
  for (const helper of people.slice(1)) await helper.presses(where, { title: "I'm in, to help others" });
  await owner.presses(where, { title: 'Start session' });
  await service.pass(minutes(6));
  await owner.says(where, `note ${note}`);
  await owner.says(where, 'action Agree a quiz');
  await owner.says(where, 'end');
  await owner.says(where, 'end');
  await service.pass(seconds(10));
}

async function goesOn(service: TestService, who: Person, { from, to, inputs = {} }: { readonly from: Chat; readonly to: Chat; readonly inputs?: Readonly<Record<string, string>> }): Promise<string> {
  await who.says(to, 'set up');
  const answered = answerOf(await who.presses(to, { title: 'Save', inputs: { continues: from.id, ...inputs } }));
  await service.pass(seconds(5));
  return answered;
}

/** Aisha, Ben and Chloe met in Autumn, set for 75 minutes; Dev never did. */
async function metInAutumn(): Promise<{ service: TestService; aisha: Person; ben: Person; dev: Person }> {
  const service = await openService();
  const people = colleagues(service, 4);
  const [aisha, ben, chloe, dev] = [nth(people, 0), nth(people, 1), nth(people, 2), nth(people, 3)];
  await aisha.says(old, 'set up');
  await aisha.presses(old, { title: 'Save', inputs: { npq: 'headship', lengthMinutes: '75', movesOn: 'chair' } });
  await meets(service, old, { people: [aisha, ben, chloe], note: 'quizzes in autumn' });
  return { service, aisha, ben, dev };
}

test('The form offers it by name to a member; saved, settings, rota, chair and due actions go on, and the old chat is told', async () => {
  const { service, aisha, ben } = await metInAutumn();
  await ben.says(fresh, 'set up');
  expect(lastOf(service, fresh)).toMatch(/Continue/);
  expect(formOf(service, fresh)).toMatch(/A new community[^]*"Autumn"/);
  const saved = answerOf(await ben.presses(fresh, { title: 'Save', inputs: { continues: old.id, zone: 'Europe/Dublin' } }));
  expect(saved).toMatch(/Saved[^]*Headship[^]*Europe\/Dublin[^]*75 min[^]*The chair[^]*Continue: Autumn/);
  await service.pass(seconds(5));
  expect(lastOf(service, old)).toBe('This community goes on in the chat “Spring”: Ben Cole set it up there. You can still meet here too.');
  await service.skipTo(service.now() + 21 * dayMs);
  await aisha.says(fresh, 'start');
  await ben.presses(fresh, { title: "I'm in, with a problem" });
  await aisha.presses(fresh, { title: "I'm in, with a problem" });
  await service.pass(seconds(3));
  // Ben was appointed next by the rota of the old chat, and waited longer than Aisha, who has had a turn.
  const lobby = service.card(fresh, "Before we start: who's here?").join('\n');
  expect(lobby).toMatch(/1 · Ben Cole[^]*2 · Aisha Khan[^]*Chair: Ben Cole \(appointed/);
  await ben.presses(fresh, { title: 'Start session' });
  await service.pass(seconds(3));
  expect(service.card(fresh, 'Actions due').join('\n')).toMatch(/Agree a quiz/);
});

test('The old one keeps working, and a form saved twice goes on once', async () => {
  const { service, aisha } = await metInAutumn();
  await goesOn(service, aisha, { from: old, to: fresh });
  const messageId = service.connector.visible(fresh.id).findLast(({ activity }) => JSON.stringify(activity).includes('"Save"'))?.id ?? '';
  expect(answerOf(await aisha.presses(fresh, { title: 'Save', inputs: { continues: old.id }, messageId }))).toMatch(/Saved/);
  await service.pass(seconds(5));
  expect(service.posts(old).filter(({ lines }) => /goes on in/.test(lines.join())).length).toBe(1);
  await meets(service, old, { people: [aisha], note: 'still here' });
  await aisha.says(old, 'history');
  expect(service.last(old).filter((line) => /^Chair: Aisha Khan/.test(line))).toHaveLength(2);
});

test('It is offered only while the chat has met on no day of its own, and to nobody who is in no other', async () => {
  const { service, aisha, dev } = await metInAutumn();
  await dev.says(fresh, 'set up');
  expect(lastOf(service, fresh)).not.toMatch(/Continue/);
  await meets(service, other, { people: [aisha], note: 'elsewhere' });
  await aisha.says(other, 'set up');
  expect(lastOf(service, other)).not.toMatch(/Continue/);
  const late = answerOf(await aisha.presses(other, { title: 'Save', inputs: { continues: old.id, zone: 'Europe/Dublin' } }));
  expect(late).toMatch(/Not saved yet[^]*had a session of its own[^]*Europe\/Dublin/);
  // So two chats can never go on from each other.
  await goesOn(service, aisha, { from: old, to: fresh });
  expect(answerOf(await aisha.presses(old, { title: 'Save', inputs: { continues: fresh.id } }))).toMatch(/had a session of its own/);
});

test('Somebody who belongs to neither part of it is told who may choose it, and everything typed stays', async () => {
  const { service, dev } = await metInAutumn();
  const forged = await goesOn(service, dev, { from: old, to: fresh, inputs: { zone: 'Europe/Dublin', lengthMinutes: '75' } });
  expect(forged).toMatch(/Not saved yet[^]*only those who took part in that community, or its coordinator, can choose it[^]*Europe\/Dublin[^]*75/);
  expect(forged).not.toMatch(/Autumn/);
  expect(service.posts(old).some(({ lines }) => /goes on in/.test(lines.join()))).toBe(false);
  await dev.presses(fresh, { title: 'Save', inputs: { continues: old.id }, shape: 'submit' });
  await service.pass(seconds(2));
  expect(lastOf(service, fresh)).toMatch(/only those who took part/);
});

test('History shows its own sessions, then those of the chats before, with words too, to those who took part there', async () => {
  const { service, aisha, dev } = await metInAutumn();
  await goesOn(service, aisha, { from: old, to: fresh });
  await meets(service, fresh, { people: [aisha, dev], note: 'phonics in spring' });
  await goesOn(service, aisha, { from: fresh, to: newest });
  await meets(service, newest, { people: [aisha, dev], note: 'maths in summer' });

  await aisha.says(newest, 'history');
  expect(lastOf(service, newest)).toMatch(/If you took part there, press Older/);
  expect(lastOf(service, newest)).not.toMatch(/Held in/);
  const spring = await aisha.presses(newest, { title: 'Older' });
  expect(answerOf(spring)).toMatch(/Held in Spring/);
  const older = JSON.stringify(spring.body).match(/"olderThan":"([^"]*)"/)?.[1] ?? '';
  const autumn = await aisha.forges(newest, { verb: 'older', data: { verb: 'older', olderThan: older, words: '' } });
  expect(answerOf(autumn)).toMatch(/Held in Autumn[^]*That is all/);

  // Dev took part in Spring, not in Autumn.
  expect(answerOf(await dev.presses(newest, { title: 'Older' }))).toMatch(/Held in Spring[^]*That is all/);
  expect(answerOf(await dev.forges(newest, { verb: 'older', data: { verb: 'older', olderThan: older, words: '' } }))).toMatch(/Only those who took part there/);
  // By the other shape of a press the answer would be read by all.
  await aisha.presses(newest, { title: 'Older', shape: 'submit' });
  await service.pass(seconds(2));
  expect(lastOf(service, newest)).toMatch(/in your own chat with me/);

  // Alone, the search goes through to where something is found.
  await aisha.says(aisha.privateChat, 'history autumn');
  const chosen = await aisha.presses(aisha.privateChat, { title: 'Go on', inputs: { community: newest.id } });
  expect(answerOf(chosen)).toMatch(/Search: autumn[^]*Held in Autumn[^]*Chair: Aisha Khan/);
  await aisha.says(newest, 'history autumn');
  expect(lastOf(service, newest)).toMatch(/None found/);
  expect(answerOf(await aisha.presses(newest, { title: 'Older' }))).toMatch(/Held in Autumn[^]*Chair: Aisha Khan/);
  expect(answerOf(await dev.presses(newest, { title: 'Older' }))).toMatch(/None found/);
});

test('Somebody who belongs to the new chat alone sees nothing of the old one', async () => {
  const { service, aisha, dev } = await metInAutumn();
  await goesOn(service, aisha, { from: old, to: fresh });
  await meets(service, fresh, { people: [aisha, dev], note: 'phonics in spring' });
  await dev.says(dev.privateChat, 'history');
  await service.pass(seconds(2));
  expect(lastOf(service, dev.privateChat)).toMatch(/Sessions held[^]*That is all/);
  expect(lastOf(service, dev.privateChat)).not.toMatch(/Held in|Autumn/);
  await dev.says(fresh, 'history');
  expect(answerOf(await dev.presses(fresh, { title: 'Older' }))).toMatch(/Only those who took part there can see them/);
});
