// One whole session of each protocol beside the NPQ one, over HTTP: every phase card at its minute, with who speaks, who
// only listens and who is silent, as protocols.md has it; then the summary and the record.

import { expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { linkIn } from '../support/read-card.ts';
import { channel, openService, type ServiceOptions, startAt, type TestService } from '../support/service.ts';
import { clockOf, colleagues, nth } from '../support/session-steps.ts';
import type { Person } from '../support/person.ts';

const lobbyTitle = "Before we start: who's here?";

/** `start …` at 16:00 to the second, with these in it; all of it has passed when this is done. */
async function held(said: string, owners: number, helpers: number, options: ServiceOptions = {}): Promise<{ service: TestService; people: readonly Person[] }> {
  const service = await openService(options);
  const people = colleagues(service, owners + helpers);
  await nth(people, 0).says(channel, said);
  for (const owner of people.slice(0, owners)) await owner.presses(channel, { title: "I'm in, with a problem" });
  for (const helper of people.slice(owners)) await helper.presses(channel, { title: "I'm in, to help others" });
  await service.passTo(startAt);
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.pass(2 * hourMs);
  return { service, people };
}

const after = (lines: readonly string[], mark: string): string | null => lines.find((line) => line.startsWith(mark))?.slice(mark.length) ?? null;

/** The phase cards as posted: `16:05 Title | who speaks | who listens | who is silent`, without what is not said. */
function phases(service: TestService): readonly string[] {
  return service.posts(channel).filter(({ lines }) => lines.some((line) => line.startsWith('Speaking: '))).map(({ at, lines }) => {
    const silent = after(lines, 'Silent: ');
    return [`${clockOf(at)} ${lines[0]}`, after(lines, 'Speaking: '), after(lines, 'Listening only: '), silent === null ? null : `silent: ${silent}`].filter((part) => part !== null).join(' | ');
  });
}

const summaryAt = (service: TestService): string | undefined => service.posts(channel).filter(({ lines }) => lines[0] === 'Summary').map(({ at }) => clockOf(at)).join();

async function recordOf(service: TestService): Promise<string> {
  const summary = service.connector.visible(channel.id).findLast(({ activity }) => linkIn(activity) !== null);
  return await (await fetch(linkIn(summary?.activity ?? {}) ?? '')).text();
}

test('Consultancy with one presenter has the full form, begins with the turn and closes with the debrief', async () => {
  const { service } = await held('start consultancy', 1, 3);
  const [presenter, rest] = ['Aisha Khan (presenter)', 'all consultants'];
  expect(phases(service)).toEqual([
    `16:00 Present the dilemma | ${presenter} | ${rest}`, '16:10 Clarifying questions | everyone | no one', '16:15 Probing questions | everyone | no one',
    `16:25 The group talks | ${rest} | ${presenter}`, `16:40 The presenter reflects | ${presenter} | ${rest}`, '16:45 Debrief | everyone | no one',
  ]);
  expect(summaryAt(service)).toBe('16:50');
  expect(service.posts(channel).filter(({ at }) => at <= startAt + seconds(2)).map(({ lines }) => lines[0]).slice(1)).toEqual(['Agenda', 'Turn 1 of 1: <at>Aisha Khan</at>', 'Present the dilemma']);
  expect(service.posts(channel).some(({ lines }) => lines[0] === 'Before we go')).toBe(true);
});

test('Consultancy with two presenters in an hour has the short form, without probing', async () => {
  const { service } = await held('start consultancy', 2, 2);
  const turn = (starts: readonly string[], name: string): readonly string[] => {
    const presenter = `${name} (presenter)`;
    const said = [`Present the dilemma | ${presenter} | all consultants`, 'Clarifying questions | everyone | no one', `The group talks | all consultants | ${presenter}`, `The presenter reflects | ${presenter} | all consultants`];
    return said.map((each, index) => `${starts[index]} ${each}`);
  };
  expect(phases(service)).toEqual([
    ...turn(['16:00', '16:05', '16:08', '16:17'], 'Aisha Khan'), ...turn(['16:20', '16:25', '16:28', '16:37'], 'Ben Cole'), '16:40 Debrief | everyone | no one',
  ]);
  expect(summaryAt(service)).toBe('16:45');
});

test('In Troika Consulting everyone who is in is client once, also who came to help; it ends with the last turn', async () => {
  const { service } = await held('start troika consulting', 1, 2);
  const turn = (name: string, starts: readonly string[]): readonly string[] => {
    const client = `${name} (client)`;
    const said = [`Your challenge | ${client} | the consultants`, 'Questions to the client | everyone | no one', `The consultants talk | the consultants | ${client}`, `What helped | ${client} | the consultants`];
    return said.map((each, index) => `${starts[index]} ${each}`);
  };
  expect(phases(service)).toEqual([
    '16:00 Think of your challenge | no one | silent: everyone thinks',
    ...turn('Aisha Khan', ['16:01', '16:03', '16:04:30', '16:09']), ...turn('Ben Cole', ['16:10:30', '16:12:30', '16:14', '16:18:30']), ...turn('Chloe Diaz', ['16:20', '16:22', '16:23:30', '16:28']),
  ]);
  expect(summaryAt(service)).toBe('16:29:30');
  const titles = service.posts(channel).map(({ lines }) => lines[0]);
  expect(titles).not.toContain('Before we go');
  expect(titles).not.toContain('One success each');
  // Nobody was appointed, so the proposal of the rota stands.
  expect(service.card(channel, 'Summary')).toContain('Next chair: Ben Cole');
  expect(service.card(channel, lobbyTitle).join('\n')).toMatch(/In, each of you client once \(3\)[^]*1 · Aisha Khan[^]*3 · Chloe Diaz/);
  expect(await recordOf(service)).toContain('Kind of session: Troika Consulting');
});

test('An action learning set asks in rounds that begin after the issue holder, and offers resources while there is time', async () => {
  const { service } = await held('start action learning', 1, 3);
  const [holder, members] = ['Aisha Khan (issue holder)', 'all set members'];
  expect(phases(service)).toEqual([
    '16:00 Check-in | everyone | no one', `16:05 Present the issue | ${holder} | ${members}`, '16:07 Clarify the issue | everyone | no one',
    '16:17 Helping questions | everyone | no one', `16:32 Where I am now | ${holder} | ${members}`, `16:34 Round of resources | ${members} | ${holder}`,
    `16:39 My action | ${holder} | ${members}`, '16:41 How we worked | everyone | no one',
  ]);
  expect(summaryAt(service)).toBe('16:46');
  const posted = (title: string): readonly string[] => service.posts(channel).find(({ lines }) => lines[0] === title)?.lines ?? [];
  expect(posted('Helping questions')).toContain('In turn: Ben Cole, Chloe Diaz and Dev Patel');
  expect(posted('Helping questions')).toContain('Questions only: no advice, no stories of your own.');
  expect(posted('Check-in')).toContain('In turn: Aisha Khan, Ben Cole, Chloe Diaz and Dev Patel');
});

test('Two issues in 75 minutes go without the round of resources', async () => {
  const { service } = await held('start action learning set 75', 2, 2);
  expect(phases(service).map((line) => line.split(' | ')[0])).toEqual([
    '16:00 Check-in', '16:05 Present the issue', '16:07 Clarify the issue', '16:17 Helping questions', '16:32 Where I am now', '16:34 My action',
    '16:36 Present the issue', '16:38 Clarify the issue', '16:48 Helping questions', '17:03 Where I am now', '17:05 My action', '17:07 How we worked',
  ]);
  expect(service.posts(channel).filter(({ lines }) => lines[0] === 'Helping questions').map(({ lines }) => after(lines, 'In turn: '))).toEqual(['Ben Cole, Chloe Diaz and Dev Patel', 'Aisha Khan, Chloe Diaz and Dev Patel']);
  expect(summaryAt(service)).toBe('17:12');
});

test('Tuning with 80 minutes is the original', async () => {
  const { service } = await held('start tuning 80', 1, 5);
  const [presenter, rest] = ['Aisha Khan (presenter)', 'all colleagues'];
  expect(phases(service)).toEqual([
    '16:00 Introduction | everyone | no one', `16:10 Present the work | ${presenter} | ${rest}`, '16:30 Questions of fact | everyone | no one',
    '16:35 Note your feedback | no one | silent: everyone writes', `16:37 Warm and cool feedback | ${rest} | ${presenter}`,
    `16:52 The presenter thinks aloud | ${presenter} | ${rest}`, '17:07 Look back on the tuning | everyone | no one',
  ]);
  expect(summaryAt(service)).toBe('17:17');
  expect(service.card(channel, lobbyTitle)).toContain('Today: Tuning · 80 min · groups of 6 to 12');
  expect(service.card(channel, 'Agenda')).toContain('Today: Tuning');
});

test('Tuning in an hour is the form of 40 minutes, which begins with the work', async () => {
  const { service } = await held('start tuning', 1, 5);
  expect(phases(service).map((line) => line.split(' | ')[0])).toEqual([
    '16:00 Present the work', '16:10 Questions of fact', '16:13 Questions that go deeper', '16:17 Note your feedback', '16:19 Warm and cool feedback', '16:29 The presenter thinks aloud', '16:34 Look back on the tuning',
  ]);
  expect(summaryAt(service)).toBe('16:39');
});

test('Two cases are discussed when one was brought: the other is the chair’s, and reading is silent', async () => {
  const { service } = await held('start case study', 1, 3);
  const turn = (starts: readonly string[]): readonly string[] =>
    ['Read the case | no one | silent: everyone reads', 'Discuss the case | everyone | no one', 'Compare with our practice | everyone | no one'].map((each, index) => `${starts[index]} ${each}`);
  expect(phases(service)).toEqual([
    '16:00 Opening | everyone | no one', ...turn(['16:02', '16:04', '16:10']), ...turn(['16:14', '16:16', '16:22']), '16:26 Gathering | everyone | no one',
  ]);
  expect(summaryAt(service)).toBe('16:30');
  expect(service.card(channel, lobbyTitle)).toContain('Today: Case-study discussion · 30 min · groups of 2 to 12');
  expect(service.posts(channel).filter(({ lines }) => lines[0]?.startsWith('Turn ')).map(({ lines }) => lines[0])).toEqual(['Turn 1 of 2: <at>Aisha Khan</at>', 'Turn 2 of 2: <at>Aisha Khan</at>']);
});

test('Start takes a title, minutes, both or neither, and says what there is when it knows no such thing', async () => {
  const service = await openService();
  const [chair] = colleagues(service, 1);
  if (chair === undefined) throw new Error('nobody there');
  await chair.says(channel, 'start waltz 60');
  expect(service.last(channel).join()).toMatch(/^I do not know that protocol\. There is: npq-community, consultancy, troika, action-learning, tuning, case-study\.$/);
  for (const [said, shown] of [['start Troika Consulting 30 minutes', 'Today: Troika Consulting · 30 min · groups of 3 to 5'], ['start 75', null], ['start', null]] as const) {
    await chair.says(channel, said);
    await chair.presses(channel, { title: "I'm in, with a problem" });
    await service.pass(seconds(5));
    const lobby = service.card(channel, lobbyTitle);
    expect(lobby.find((line) => line.startsWith('Today')) ?? null).toBe(shown);
    if (said === 'start 75') expect(lobby.join('\n')).toContain('of the 75 min');
    await chair.presses(channel, { title: 'Cancel this session' });
  }
});

test('The card of protocols tells who devised each, and how it is started', async () => {
  const service = await openService();
  await nth(colleagues(service, 1), 0).says(channel, 'protocols');
  const lines = service.last(channel);
  expect(lines).toEqual(expect.arrayContaining(['NPQ community session', 'Consultancy', 'Troika Consulting', 'Action learning set', 'Tuning', 'Case-study discussion']));
  expect(lines).toContain('40, 60, 75 or 80 minutes, groups of 6 to 12');
  expect(lines).toContain('To choose it, type: start action-learning');
});

test.each([[3, ['16:02', '16:10', '16:18']], [4, ['16:02', '16:08', '16:14', '16:20']]])('%d cases that were brought share the same half hour', async (count, starts) => {
  const { service } = await held('start case-study discussion', count, 0);
  expect(phases(service).filter((line) => line.includes('Read the case')).map((line) => line.slice(0, 5))).toEqual(starts);
  expect(summaryAt(service)).toBe('16:30');
});
