// A community that is spoken to in Welsh, from the lobby to the record; people whose own client is English; and a session
// that keeps the language it was opened in.

import { expect, test } from '@jest/globals';
import { minutes, seconds } from '../../src/core/time.ts';
import { linesOfAnswer, linkIn } from '../support/read-card.ts';
import { channel, openService, startAt, tenant, type TestService } from '../support/service.ts';
import { suitableWriteUp } from '../support/session-steps.ts';

const lobby = 'Cyn i ni ddechrau: pwy sydd yma?';
/** Words that no line in Welsh holds. */
const english = /\b(the|is|your?|who|Speaking|Listening|Ends|Next|Chair|Turn|Note|Session|Summary|Agenda:|left)\b/;

/** Aisha has a client in Welsh, Ben in English, Chloe tells none; Aisha chooses Welsh for all. */
async function welshCommunity() {
  const service = await openService();
  const aisha = service.person('Aisha Khan', { locale: 'cy-GB' });
  const ben = service.person('Ben Cole', { locale: 'en-GB' });
  const chloe = service.person('Chloe Diaz');
  await aisha.says(channel, 'set up');
  const saved = linesOfAnswer((await aisha.presses(channel, { title: 'Save', inputs: { language: 'cy' } })).body);
  return { service, aisha, ben, chloe, saved };
}

const englishLines = (service: TestService): readonly string[] =>
  service.posts(channel).slice(1).flatMap(({ lines }) => lines).filter((line) => english.test(line));

test('A community set to Welsh has its lobby, phases, summary and record in Welsh, and takes typed words of both', async () => {
  const { service, aisha, ben, chloe, saved } = await welshCommunity();
  expect(saved).toEqual(expect.arrayContaining(['Wedi’i gadw. Teipiwch “gosod” i’w newid.', 'Iaith: Cymraeg']));

  await aisha.says(channel, 'Cychwyn');
  for (const each of [aisha, ben]) await each.presses(channel, { title: 'Rwy’n cymryd rhan, gyda phroblem' });
  await chloe.presses(channel, { title: 'Rwy’n cymryd rhan, i helpu eraill' });
  await aisha.says(channel, 'yma Jo Lee gyda phroblem');
  await aisha.says(channel, 'here Sam Roe with a problem');
  await aisha.says(channel, 'trefn Ben a Jo');
  await service.pass(seconds(5));
  expect(service.card(channel, lobby).join('\n')).toMatch(/gyda phroblem \(4\)[^]*1 · Ben Cole[^]*2 · Jo Lee[^]*Sam Roe/);
  await chloe.says(channel, 'chychwyn');
  expect(service.last(channel).join()).toContain('Ai “cychwyn” oedd gennych mewn golwg?');

  await service.passTo(startAt);
  await aisha.presses(channel, { title: 'Cychwyn y sesiwn' });
  await service.pass(seconds(2));
  expect(service.card(channel, 'Dechrau’n brydlon')).toEqual(expect.arrayContaining(['Yn siarad: pawb', 'Yn gwrando’n unig: neb', 'Yn gorffen am 16:05 (amser Llundain) · 5 munud']));
  expect(linesOfAnswer((await chloe.presses(channel, { title: 'Rhan nesaf' })).body).join()).toMatch(/^Dim ond y cadeirydd, Aisha Khan/);
  await service.pass(minutes(1));
  await aisha.says(channel, 'nesaf');
  await service.pass(seconds(2));
  expect(service.card(channel, 'Cyflwyno’r broblem')[1]).toMatch(/^Tro 1 o 4 · .*Ben Cole.* · rhan 1 o 6$/);
  await chloe.says(channel, 'nodyn Beth am ddechrau’n fach?');
  expect(service.last(channel)).toEqual(['Cadwyd y nodyn.']);
  await aisha.says(channel, 'next');
  await service.pass(seconds(2));
  expect(service.card(channel, 'Egluro')[1]).toContain('rhan 2 o 6');
  await ben.says(channel, 'statws');
  expect(service.last(channel)[0]).toBe('Ble rydyn ni');
  await ben.says(channel, 'status');
  expect(service.last(channel)[0]).toBe('Ble rydyn ni');

  await service.pass(minutes(60));
  const summary = service.card(channel, 'Crynodeb');
  expect(summary.join('\n')).toMatch(/^Crynodeb\nDydd Iau 3 Rhagfyr 2026, 16:00 tan/);
  expect(englishLines(service)).toEqual([]);
  const last = service.connector.visible(channel.id).findLast(({ activity }) => linkIn(activity) !== null);
  const record = await (await fetch(linkIn(last?.activity ?? {}) ?? '')).text();
  expect(record).toMatch(/^# Sesiwn y gymuned, dydd Iau 3 Rhagfyr 2026\n/);
  expect(record).toContain('Beth am ddechrau’n fach?');
});

test('In the 1:1 chat everybody reads the language of their own client, else that of their community', async () => {
  const { service, aisha, ben, chloe } = await welshCommunity();
  const heading = (person: typeof aisha): string => service.last(person.privateChat)[0] ?? '';
  for (const each of [aisha, ben, chloe]) {
    await each.says(channel, 'statws');
    await each.says(each.privateChat, 'problem');
  }
  expect([heading(aisha), heading(ben), heading(chloe)]).toEqual(['Disgrifiad o fy mhroblem', 'My problem write-up', 'Disgrifiad o fy mhroblem']);
  const answered = await ben.presses(ben.privateChat, { title: 'Submit problem', inputs: suitableWriteUp });
  expect(linesOfAnswer(answered.body).join('\n')).toContain('Submitted. The group sees it when the session starts.');
  await ben.says(ben.privateChat, 'statws');
  expect(service.last(ben.privateChat).join()).toBe('I do not know that one. Did you mean “status”? Type “help” for the rest.');
  await aisha.says(aisha.privateChat, 'pen-blwydd 14eg o Fawrth');
  expect(service.last(aisha.privateChat)).toEqual(['Wedi’i gadw: 14 Mawrth. Dim ond i gynnig pwy sy’n cadeirio rwy’n ei ddefnyddio.']);

  await ben.says(channel, 'cychwyn');
  await ben.presses(channel, { title: 'Rwy’n cymryd rhan, gyda phroblem' });
  await service.pass(seconds(5));
  await ben.presses(channel, { title: 'Cychwyn y sesiwn' });
  await service.pass(minutes(60));
  expect(service.card(ben.privateChat, 'Your turn in the session').join('\n')).toContain('Problem: Pupils forget');
  expect(service.card(channel, 'Crynodeb').join('\n')).toContain('Ben Cole');
});

test('A session keeps the language it was opened in: another one is for the next', async () => {
  const { service, aisha, ben } = await welshCommunity();
  await aisha.says(channel, 'cychwyn');
  await ben.presses(channel, { title: 'Rwy’n cymryd rhan, gyda phroblem' });
  await aisha.says(channel, 'gosod');
  const saved = await aisha.presses(channel, { title: 'Cadw', inputs: { language: 'en' } });
  expect(linesOfAnswer(saved.body)).toContain('Saved. Type “set up” to change it.');
  await aisha.says(channel, 'status');
  expect(service.last(channel)[0]).toBe('Ble rydyn ni');
  await aisha.presses(channel, { title: 'Rwy’n cymryd rhan, i helpu eraill' });
  await service.pass(seconds(5));
  expect(service.card(channel, lobby).join('\n')).toContain('Yn cymryd rhan, i helpu eraill: Aisha Khan');
  await aisha.presses(channel, { title: 'Canslo’r sesiwn hon' });
  await service.pass(seconds(5));
  await aisha.says(channel, 'status');
  expect(service.last(channel)[0]).toBe('Where we are');
  await aisha.says(channel, 'start');
  await service.pass(seconds(5));
  expect(service.last(channel)[0]).toBe("Before we start: who's here?");
});

test('What somebody chooses from the menu of their own Teams is understood in a chat of another language', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan', { locale: 'cy-GB' });
  const ben = service.person('Ben Cole', { locale: 'en-GB' });
  await aisha.says(channel, 'cychwyn');
  await service.pass(seconds(5));
  expect(service.last(channel)[0]).toBe("Before we start: who's here?");
  await aisha.says(channel, 'statsw');
  expect(service.last(channel).join()).toBe('I do not know that one. Did you mean “status”? Type “help” for the rest.');
  await ben.says(channel, 'statws');
  expect(service.last(channel).join()).toMatch(/^I do not know that one/);
});

test('A form sent without a language keeps the one that was chosen', async () => {
  const { service, aisha } = await welshCommunity();
  await aisha.says(channel, 'gosod');
  await aisha.presses(channel, { title: 'Cadw', inputs: { language: '' } });
  await aisha.says(channel, 'statws');
  expect(service.last(channel)[0]).toBe('Ble rydyn ni');
});

test('A chat that was forgotten is spoken to again as its community was set up', async () => {
  const { service, aisha } = await welshCommunity();
  const [conversation = ''] = channel.id.split(';');
  const { documents } = service.service.store;
  const key = { partition: `${tenant}|${conversation}`, name: 'conversation' };
  const stored = await documents.load(key);
  await documents.remove(key, stored?.version ?? '');
  await aisha.says(channel, 'statws');
  expect(service.last(channel)[0]).toBe('Ble rydyn ni');
});
