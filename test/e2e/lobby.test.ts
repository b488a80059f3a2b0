// Before the start: who is in, with a problem or to help, who chairs and why, the order, and who may do what.

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs, seconds } from '../../src/core/time.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, gather, nth } from '../support/session-steps.ts';
import { linesOfAnswer } from '../support/read-card.ts';

const lobbyTitle = "Before we start: who's here?";
const owner = "I'm in, with a problem";
const helper = "I'm in, to help others";

/** The lobby as it stands now, a second after the last press. */
async function lobby(service: TestService): Promise<string> {
  await service.pass(seconds(3));
  return service.card(channel, lobbyTitle).join('\n');
}

test('The lobby lists who is in, in turn order, and follows everybody who changes their mind', async () => {
  const service = await openService();
  const [aisha, ben, chloe] = [service.person('Aisha Khan'), service.person('Ben Cole'), service.person('Chloe Diaz')];
  await aisha.says(channel, 'start');
  expect(await lobby(service)).toContain('Nobody has a problem yet');
  await ben.presses(channel, { title: owner });
  expect(await lobby(service)).toMatch(/Only you so far[^]*1 · Ben Cole[^]*Chair: Ben Cole \(the only one so far\)/);
  await aisha.presses(channel, { title: owner });
  await chloe.presses(channel, { title: helper });
  expect(await lobby(service)).toMatch(/1 · Ben Cole[^]*2 · Aisha Khan[^]*help others: Chloe Diaz[^]*takes 36 min of the 60 min/);
  await ben.presses(channel, { title: "I'm out" });
  await chloe.presses(channel, { title: owner });
  const seen = await lobby(service);
  expect(seen).toMatch(/1 · Aisha Khan[^]*2 · Chloe Diaz/);
  expect(seen).not.toContain('Ben Cole');
  expect(service.seen(channel)).toHaveLength(1);
});

test('The earliest birthday in the year is proposed to chair; without any the lobby says how to give one', async () => {
  const service = await openService();
  const [aisha, ben] = [service.person('Aisha Khan'), service.person('Ben Cole')];
  await gather(service, [aisha, ben]);
  expect(await lobby(service)).toMatch(/Chair: Aisha Khan[^]*birthday 14 March/);
  await aisha.says(channel, 'birthday 3 April');
  await ben.says(ben.privateChat, 'birthday 29 February');
  const seen = await lobby(service);
  expect(seen).toContain('Chair: Ben Cole (earliest birthday in the year)');
  expect(seen).not.toContain('birthday 14 March');
  expect(service.last(ben.privateChat).join()).toMatch(/^Saved: 29 February/);
  await ben.says(ben.privateChat, 'birthday 30 February');
  expect(service.last(ben.privateChat).join()).toMatch(/cannot read that birthday/);
});

test('Whoever volunteers chairs, the chair may be given by name, and goes back when they are out', async () => {
  const service = await openService();
  const [aisha, ben, chloe] = [service.person('Aisha Khan'), service.person('Ben Cole'), service.person('Chloe Diaz')];
  await gather(service, [aisha, ben]);
  await chloe.presses(channel, { title: "I'll chair" });
  expect(await lobby(service)).toMatch(/help others: Chloe Diaz[^]*Chair: Chloe Diaz \(offered to chair\)/);
  await aisha.says(channel, 'chair Ben');
  expect(await lobby(service)).toContain('Chair: Ben Cole');
  await ben.presses(channel, { title: "I'm out" });
  expect(await lobby(service)).toContain('Chair: Aisha Khan');
});

test('The opener sets the order, marks people absent and brings in a guest with a problem', async () => {
  const service = await openService();
  const people = colleagues(service, 3);
  const [aisha, ben] = [nth(people, 0), nth(people, 1)];
  await gather(service, people);
  await aisha.says(channel, 'order Chloe, Ben and Aisha');
  expect(await lobby(service)).toMatch(/1 · Chloe Diaz[^]*2 · Ben Cole[^]*3 · Aisha Khan/);
  await aisha.says(channel, 'here Jo with a problem');
  await aisha.says(channel, 'absent Ben');
  const seen = await lobby(service);
  expect(seen).toMatch(/1 · Chloe Diaz[^]*2 · Aisha Khan[^]*3 · Jo/);
  expect(seen).not.toContain('Ben Cole');
  await ben.says(channel, 'order Ben');
  expect(service.last(channel).join()).toMatch(/^Only .*Aisha Khan.* can do that/);
  for (const [said, answer] of [['order Zoe', /cannot find anyone/], ['absent', /Please add a name/], ['here', /Please add a name/], ['chair Jo', /cannot chair/]] as const) {
    await aisha.says(channel, said);
    expect(service.last(channel).join()).toMatch(answer);
    await service.pass(seconds(2));
  }
});

test('A name that two people share is not guessed', async () => {
  const service = await openService();
  const [aisha, ben, other] = [service.person('Aisha Khan'), service.person('Ben Cole'), service.person('Ben Shaw')];
  await gather(service, [aisha, ben, other]);
  await aisha.says(channel, 'absent Ben');
  expect(service.last(channel).join()).toMatch(/Ben Cole and Ben Shaw/);
  expect(await lobby(service)).toContain('2 · Ben Cole');
});

test('`here` finds a colleague in the team by first name, so that it is their own turn', async () => {
  const service = await openService();
  const [aisha, dev] = [service.person('Aisha Khan'), service.person('Dev Patel')];
  service.connector.setMembers(channel.id.split(';')[0] ?? '', [{ id: dev.teamsId, name: 'Dev Patel', aadObjectId: 'id-dev-patel' }, { id: aisha.teamsId, name: 'Aisha Khan', aadObjectId: 'id-aisha-khan' }]);
  await gather(service, [aisha]);
  await aisha.says(channel, 'here dev with a problem');
  expect(await lobby(service)).toContain('2 · Dev Patel');
  await dev.presses(channel, { title: "I'm out" });
  expect(await lobby(service)).not.toContain('Dev Patel');
});

describe('Cancelling', () => {
  test('is for the opener, the chair and the coordinator; anybody else is told who may', async () => {
    const service = await openService();
    const people = colleagues(service, 3);
    await gather(service, people);
    const answered = await nth(people, 2).presses(channel, { title: 'Cancel this session' });
    expect(linesOfAnswer(answered.body).join()).toMatch(/^Only .*Aisha Khan.* can do that/);
    await nth(people, 0).presses(channel, { title: 'Cancel this session' });
    expect(await lobby(service)).toContain('This session was cancelled.');
    await nth(people, 2).says(channel, 'start');
    expect(await lobby(service)).toContain('Nobody has a problem yet');
  });

  test('happens by itself to a lobby that nobody touches for four hours', async () => {
    const service = await openService();
    await gather(service, colleagues(service, 1));
    await service.pass(4 * hourMs + seconds(5));
    expect(await lobby(service)).toContain('closed');
  });
});

test('A second `start` shows the lobby or session that is open, and opens none', async () => {
  const service = await openService();
  const people = colleagues(service, 2);
  await gather(service, people);
  await nth(people, 1).says(channel, 'start');
  expect(service.last(channel).join('\n')).toMatch(/Where we are[^]*2 in, 2 problems/);
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.pass(seconds(5));
  await nth(people, 1).says(channel, 'start npq');
  expect(service.last(channel).join('\n')).toMatch(/Where we are[^]*Start on time/);
  expect(service.posts(channel).filter(({ lines }) => lines[0] === lobbyTitle)).toHaveLength(1);
});

test('Only those who are in may start; an unknown protocol is refused with the names there are', async () => {
  const service = await openService();
  const [aisha, ben] = [service.person('Aisha Khan'), service.person('Ben Cole')];
  await ben.says(channel, 'start tea party');
  expect(service.last(channel).join()).toMatch(/npq-community/);
  await gather(service, [aisha]);
  const answered = await ben.presses(channel, { title: 'Start session' });
  expect(linesOfAnswer(answered.body).join()).toMatch(/Only those who are in/);
  expect(service.seen(channel).flat()).not.toContain('Agenda');
});

test('Without a problem owner the session is Start on time and Close, with one prompt for a problem', async () => {
  const service = await openService();
  await begin(service, [], { helpers: colleagues(service, 2) });
  await service.pass(hourMs);
  const titles = service.posts(channel).map(({ lines }) => lines[0]).filter((title) => !title?.startsWith('30 s'));
  expect(titles).toEqual([lobbyTitle, 'Agenda', 'Start on time', 'One success each', 'Close', 'Before we go', 'Summary']);
  const prompts = service.posts(channel).filter(({ lines }) => lines.join().includes('Nobody brought a problem today'));
  expect(prompts).toHaveLength(1);
});

test('Alone one can start, and has a whole turn', async () => {
  const service = await openService();
  await begin(service, colleagues(service, 1));
  expect(service.card(channel, 'Agenda').join('\n')).toMatch(/16:05 · Aisha Khan[^]*Ends at 16:23/);
});

test('A chair who was appointed and is not in is replaced, and the agenda says so', async () => {
  const service = await openService();
  const people = colleagues(service, 3);
  await begin(service, people);
  await nth(people, 0).says(channel, 'end');
  await nth(people, 0).says(channel, 'end');
  await service.skipTo(at('16:00') + dayMs);
  expect(service.card(channel, 'Summary')).toContain('Next chair: Ben Cole');
  await nth(people, 0).says(channel, 'start');
  await nth(people, 0).presses(channel, { title: owner });
  await nth(people, 2).presses(channel, { title: owner });
  expect(await lobby(service)).toContain('Chair: Ben Cole (appointed at the last meeting)');
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.pass(seconds(5));
  expect(service.card(channel, 'Agenda').join('\n')).toMatch(/Chair: Chloe Diaz[^]*Ben Cole was proposed but is not in/);
});
