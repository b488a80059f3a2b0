// A community whose chair moves on: nothing happens by itself but the line that time is up, and the end holds or is said.

import { expect, test } from '@jest/globals';
import { minutes, seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

async function byHand(): Promise<{ readonly service: TestService; readonly people: readonly Person[] }> {
  const service = await openService();
  const people = colleagues(service, 4);
  await nth(people, 0).says(channel, 'set up');
  await nth(people, 0).presses(channel, { title: 'Save', inputs: { movesOn: 'chair' } });
  await begin(service, people);
  return { service, people };
}
const said = (service: TestService, pattern: RegExp): readonly string[] => service.posts(channel).map(({ lines }) => lines.join('\n')).filter((text) => pattern.test(text));

test('The set-up says who moves on, agenda and phase card say that it is the chair', async () => {
  const { service } = await byHand();
  expect(service.card(channel, 'Agenda').join('\n')).toMatch(/Aisha Khan goes on to each phase by pressing Next phase/);
  expect(service.card(channel, 'Start on time').join('\n')).toMatch(/Until 16:05 \(London time\) · 5 min · then Aisha Khan presses Next phase/);
});

test('Time up is said once, the overtime shown each minute, and four minutes later Next phase still ends at 17:00', async () => {
  const { service, people } = await byHand();
  await service.passTo(at('16:05:02'));
  expect(said(service, /Time is up: Start on time\. Aisha Khan presses Next phase/)).toHaveLength(1);
  expect(service.card(channel, 'Start on time').join('\n')).toMatch(/Time was up at 16:05 \(London time\) · Aisha Khan presses Next phase to go on/);
  await service.passTo(at('16:08:30'));
  expect(service.card(channel, 'Start on time').join('\n')).toMatch(/3 min over/);
  await nth(people, 1).says(channel, 'status');
  expect(service.last(channel).join('\n')).toMatch(/Start on time: 3 min 30 s over its time/);
  await service.passTo(at('16:09'));
  await nth(people, 0).presses(channel, { title: 'Next phase' });
  await service.pass(seconds(2));
  expect(service.card(channel, 'Start on time').join('\n')).toMatch(/Over: 16:00 to 16:09/);
  expect(service.card(channel, 'Introduce the problem').join('\n')).toMatch(/session ends at 17:00/);
  expect(service.card(channel, 'Agenda').join('\n')).toMatch(/Ends at 17:00/);
  expect(said(service, /Time is up/)).toHaveLength(1);
  expect(said(service, /now ends at/)).toHaveLength(0);
});

test('An outage announces nothing and pauses nothing: time up is said when it is over', async () => {
  const { service, people } = await byHand();
  await service.restart(minutes(9));
  expect(said(service, /Paused/)).toHaveLength(0);
  expect(said(service, /Time is up/)).toHaveLength(1);
  await nth(people, 0).presses(channel, { title: 'Next phase' });
  await service.pass(seconds(2));
  expect(service.card(channel, 'Agenda').join('\n')).toMatch(/Ends at 17:00/);
});

test('An overtime that nobody can pay for moves the end, and a line says to when', async () => {
  const { service, people } = await byHand();
  await service.passTo(at('16:44'));
  await nth(people, 0).presses(channel, { title: 'Next phase' });
  await service.pass(seconds(3));
  expect(said(service, /cannot make up for all of the overtime\. The session now ends at 17:1\d/)).toHaveLength(1);
});

test('Forgotten by everybody it says so a quarter of an hour after its end, and ends an hour after it', async () => {
  const { service } = await byHand();
  await service.passTo(at('17:15:05'));
  expect(said(service, /still open/)).toHaveLength(1);
  await service.passTo(at('18:00:05'));
  expect(service.card(channel, 'Summary').join('\n')).toMatch(/Summary/);
});

test('Somebody else who presses Next phase is told who chairs', async () => {
  const { service, people } = await byHand();
  await service.passTo(at('16:06'));
  const answered = await nth(people, 2).presses(channel, { title: 'Next phase' });
  expect(linesOfAnswer(answered.body).join()).toMatch(/Only the chair, Aisha Khan/);
});
