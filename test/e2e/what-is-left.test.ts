// What a session leaves behind: the summary for all and for each owner alone, the history with its search and pages, the
// whole record as Markdown, actions until a day later (product.md 4.5, domain.md 1.6).

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs, seconds } from '../../src/core/time.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { linesOfAnswer, linkIn } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');

/** Ends what runs, typed twice. */
async function ends(service: TestService, chair: Person): Promise<void> {
  await chair.says(channel, 'end');
  await chair.says(channel, 'end');
  await service.pass(seconds(5));
}

/** A session of Aisha (write-up) and Ben in which people wrote things down; it is over. */
async function held(): Promise<{ service: TestService; aisha: Person; ben: Person; chloe: Person }> {
  const service = await openService();
  const [aisha, ben, chloe] = [service.person('Aisha Khan'), service.person('Ben Cole'), service.person('Chloe Diaz')];
  await begin(service, [aisha, ben], { helpers: [chloe], ready: [aisha] });
  await chloe.presses(channel, { title: 'Add note', inputs: { note: 'Reading is up' } });
  await service.passTo(at('16:08'));
  await ben.presses(channel, { title: 'Add note', inputs: { note: 'Is it all classes?' } });
  await service.passTo(at('16:10'));
  await chloe.says(channel, 'note Ask the head of maths');
  await chloe.presses(channel, { title: 'Add note', inputs: { note: 'The third note' } });
  await service.passTo(at('16:15:30'));
  await aisha.presses(channel, { title: 'Save my next action', inputs: { action: 'Low-stakes quizzes', due: '2026-12-10' } });
  await service.passTo(at('16:17:30'));
  await ben.says(channel, 'note We all forget');
  await service.passTo(at('16:25'));
  await aisha.presses(channel, { title: 'Save my next action', inputs: { action: 'Written by the chair for Ben' } });
  await service.passTo(at('16:32'));
  await ben.presses(channel, { title: 'Add request for help', inputs: { request: 'A quiz bank?' } });
  await service.passTo(at('16:40'));
  return { service, aisha, ben, chloe };
}

describe('The summary', () => {
  test('shows per turn the problem, two notes, the action and its date, then what belongs to all', async () => {
    const { service } = await held();
    const summary = service.card(channel, 'Summary').join('\n');
    expect(summary).toMatch(/16:00 to 16:36 \(London time\)[^]*Chair: Aisha Khan/);
    expect(summary).toMatch(/1 · Aisha Khan[^]*Pupils forget[^]*Is it all classes\?[^]*Ask the head of maths[^]*and 1 more note[^]*Low-stakes quizzes \(by Thursday 10 December 2026\)/);
    expect(summary).toMatch(/2 · Ben Cole[^]*Written by the chair for Ben \(by Thursday 17 December 2026\)/);
    expect(summary).toMatch(/Reading is up[^]*We all forget[^]*A quiz bank\?[^]*Here \(3\): Aisha Khan, Ben Cole and Chloe Diaz[^]*Next chair: Ben Cole/);
    expect(summary).not.toContain('The third note');
  });

  test('reaches each owner alone with their own turn, and an owner is told what the chair wrote for them', async () => {
    const { service, aisha, ben, chloe } = await held();
    const own = service.card(ben.privateChat, 'Your turn in the session').join('\n');
    expect(own).toContain('Written by the chair for Ben');
    expect(own).not.toContain('Low-stakes quizzes');
    expect(service.card(aisha.privateChat, 'Your turn in the session').join('\n')).toContain('Low-stakes quizzes');
    expect(service.seen(ben.privateChat).flat()).toContainEqual(expect.stringMatching(/^Aisha Khan wrote down the next action for Ben Cole/));
    expect(service.seen(chloe.privateChat)).toEqual([]);
  });

  test('is edited when an action is saved afterwards, until 24 hours after the session', async () => {
    const { service, aisha } = await held();
    const late = aisha.pressing(channel, { title: 'Save my next action', inputs: { action: 'Thought better of it' } });
    const tooLate = aisha.pressing(channel, { title: 'Save my next action', inputs: { action: 'Far too late' } });
    await service.skipTo(at('16:36') + dayMs - 60_000);
    expect(answerOf(await aisha.send(late))).toMatch(/^Next action saved for Ben Cole/);
    await service.pass(seconds(5));
    expect(service.card(channel, 'Summary').join('\n')).toContain('Thought better of it');
    await service.pass(60_000);
    expect(answerOf(await aisha.send(tooLate))).toMatch(/until 24 hours after/);
    expect(service.card(channel, 'Summary').join('\n')).not.toContain('Far too late');
  });
});

test('Where a person cannot be reached alone, the chat mentions them without a word of the content', async () => {
  const service = await openService();
  const people = colleagues(service, 2);
  service.fault = ({ act, body }) => (act === 'open' && JSON.stringify(body).includes('29:ben-cole') ? { kind: 'status', status: 403, code: 'BotNotInConversationRoster', isApplied: false } : null);
  await begin(service, people);
  await ends(service, nth(people, 0));
  await service.pass(seconds(60));
  expect(service.last(channel).join()).toMatch(/^<at>Ben Cole<\/at>: I have something for you alone but cannot write to you/);
  expect(service.seen(nth(people, 0).privateChat).flat()).toContain('Your turn in the session');
});

describe('The record', () => {
  test('is a link to Markdown, in the summary and in the history, for whoever holds it; forged or old it is none', async () => {
    const { service, ben } = await held();
    const url = linkIn(service.connector.visible(channel.id).map(({ activity }) => activity).findLast((each) => linkIn(each) !== null) ?? {}) ?? '';
    const answered = await fetch(url);
    expect(answered.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const record = await answered.text();
    for (const words of ['Reading is up', 'Is it all classes?', 'The third note', 'Low-stakes quizzes', 'A quiz bank?', 'Chloe Diaz']) expect(record).toContain(words);
    expect(record).toMatch(/Look deeper[^\n]*16:09[^\n]*16:13/);
    const [base, signature = ''] = url.split('.').length > 2 ? [url.slice(0, url.lastIndexOf('.')), url.slice(url.lastIndexOf('.') + 1)] : [url, ''];
    for (const forged of [`${base}.${signature.split('').reverse().join('')}`, `${url}x`, `${url}.x`, `${base}.`]) {
      expect((await fetch(forged)).status).toBe(404);
    }
    await ben.says(channel, 'history');
    const again = linkIn(service.connector.visible(channel.id).at(-1)?.activity ?? {}) ?? '';
    expect(await (await fetch(again)).text()).toBe(record);
    service.time.leap(32 * dayMs);
    const old = await fetch(url);
    expect([old.status, await old.text()]).toEqual([404, expect.stringMatching(/out of date/)]);
  });
});

describe('The history', () => {
  test('is newest first, is searched by words of the record, and pages with `Older`', async () => {
    const service = await openService();
    const people = colleagues(service, 1);
    const aisha = nth(people, 0);
    for (let day = 0; day < 7; day++) {
      await service.skipTo(at('16:00') + day * dayMs);
      await aisha.says(channel, 'start');
      await aisha.presses(channel, { title: "I'm in, with a problem" });
      await aisha.presses(channel, { title: 'Start session' });
      await service.pass(seconds(5));
      await aisha.says(channel, `note Noted on day ${day} of all`);
      await ends(service, aisha);
    }
    await aisha.says(channel, 'history');
    const page = service.last(channel).join('\n');
    expect(page.match(/\w+day \d+ December 2026/g)).toEqual(['Wednesday 9 December 2026', 'Tuesday 8 December 2026', 'Monday 7 December 2026', 'Sunday 6 December 2026', 'Saturday 5 December 2026']);
    const older = answerOf(await aisha.presses(channel, { title: 'Older' }));
    expect(older.match(/\w+day \d+ December 2026/g)).toEqual(['Friday 4 December 2026', 'Thursday 3 December 2026']);
    expect(older).toContain('That is all.');
    await aisha.says(aisha.privateChat, 'history day 3');
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/Sunday 6 December 2026[^]*That is all/);
    await aisha.says(aisha.privateChat, 'history elephants');
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/None found/);
  });

  test('is searched by any form of a word, over all that was written in a session and the names of chair and owners', async () => {
    const { service, aisha } = await held();
    const found = async (words: string, person = aisha): Promise<boolean> => {
      await person.says(person.privateChat, `history ${words}`);
      const page = service.last(person.privateChat).join('\n');
      expect(page).toMatch(/Thursday 3 December 2026[^]*That is all|None found. Try other words, or fewer/);
      await service.pass(seconds(2));
      return page.includes('3 December');
    };
    for (const words of [
      'quiz', 'QUIZZING', 'low-stakes', 'forgetting', 'reads quiz', 'a quiz about the heads?', 'new teacher', 'unit’s', 'Khan', 'ben aisha',
    ]) expect([words, await found(words)]).toEqual([words, true]);
    for (const words of ['the', 'is it?', '!!', '🐦', 'elephant quiz', 'qui', 'Diaz', '16:00', 'npq-community', 'yes']) expect([words, await found(words)]).toEqual([words, false]);
  });

  test('with words shows the best match first, and `Older` goes on in that order while sessions are added', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    const hold = async (day: number, { note, action }: { readonly note: string; readonly action: string }): Promise<void> => {
      await service.skipTo(at('16:00') + day * dayMs);
      await aisha.says(channel, 'start');
      await aisha.presses(channel, { title: "I'm in, with a problem" });
      await aisha.presses(channel, { title: 'Start session' });
      await service.pass(seconds(5));
      await aisha.says(channel, `note ${note}`);
      await aisha.says(channel, `action ${action}`);
      await ends(service, aisha);
    };
    for (let day = 0; day < 7; day++) await hold(day, { note: 'Phonics again', action: day % 3 === 0 ? 'Teach phonics' : 'Wait' });
    const daysOf = (page: string): readonly string[] => [...page.matchAll(/\w+day (\d+) December/g)].map(([, day = '']) => day);
    await aisha.says(channel, 'history phonics');
    const first = service.last(channel).join('\n');
    expect(daysOf(first)).toEqual(['9', '6', '3', '8', '7']);
    const older = aisha.pressing(channel, { title: 'Older' });
    await hold(9, { note: 'Phonics', action: 'Phonics' });
    const second = answerOf(await aisha.send(older));
    expect([daysOf(second), second.includes('Search: phonics'), second.includes('That is all.')]).toEqual([['5', '4'], true, true]);
    for (const forged of ['x', 'WzEsMl0', Buffer.from('["a",null,3]').toString('base64url'), Buffer.from('null').toString('base64url'), '%%']) {
      const answered = await aisha.forges(channel, { verb: 'older', data: { olderThan: `19:heads@thread.tacv2 ${forged}`, words: 'phonics' } });
      expect(daysOf(answerOf(answered))).toEqual(['12', '9', '6', '3', '8']);
      const plain = await aisha.forges(channel, { verb: 'older', data: { olderThan: `19:heads@thread.tacv2 ${forged}`, words: '' } });
      expect(daysOf(answerOf(plain))).toEqual(['12', '9', '8', '7', '6']);
    }
  });

  test('does not list a session that is not over, whatever was written in it', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    await begin(service, people);
    await nth(people, 0).says(channel, 'note Phonics for all');
    await nth(people, 0).says(nth(people, 0).privateChat, 'history phonics');
    expect(service.last(nth(people, 0).privateChat).join('\n')).toMatch(/None found/);
  });

  test('finds no words of another community, even in the same chat of another tenant', async () => {
    const service = await openService();
    const [aisha, ben] = [service.person('Aisha Khan'), service.person('Ben Cole')];
    await begin(service, [aisha], { ready: [aisha] });
    await aisha.says(channel, 'note Phonics for all');
    await ends(service, aisha);
    await begin(service, [ben], { chat: group });
    await ben.says(group, 'note Fractions for all');
    await ben.says(group, 'end');
    await ben.says(group, 'end');
    await service.pass(seconds(5));
    const listed = async (person: Person, chat: Chat, words: string): Promise<boolean> => {
      await person.says(chat, `history ${words}`);
      return service.last(chat).join('\n').includes('Thursday 3 December 2026');
    };
    expect([await listed(aisha, channel, 'phonics'), await listed(ben, group, 'fractions')]).toEqual([true, true]);
    for (const words of ['phonics', 'pupils forget', 'aisha']) expect([words, await listed(ben, group, words)]).toEqual([words, false]);
    expect(await listed(aisha, channel, 'fractions')).toBe(false);
    const namesake = service.person('Aisha Khan', { tenant: 'bbbbbbbb-0000-0000-0000-00000000000b' });
    expect(await listed(namesake, channel, 'phonics')).toBe(false);
  });

  test('is empty before the first session, and says so', async () => {
    const service = await openService();
    await service.person('Aisha Khan').says(channel, 'history');
    expect(service.last(channel).join('\n')).toMatch(/None yet/);
    await service.pass(hourMs);
  });
});

test('Actions due are listed in the opening of the next session, and only those', async () => {
  const { service, aisha, ben } = await held();
  await service.skipTo(at('16:00') + 8 * dayMs);
  await aisha.says(channel, 'start');
  for (const person of [aisha, ben]) await person.presses(channel, { title: "I'm in, with a problem" });
  await ben.presses(channel, { title: 'Start session' });
  await service.pass(seconds(5));
  const opening = service.posts(channel).findLast(({ lines }) => lines[0] === 'Actions due')?.lines.join('\n') ?? '';
  expect(opening).toMatch(/Aisha Khan: Low-stakes quizzes/);
  expect(opening).not.toContain('Written by the chair');
});
